import siaga.content


def test_every_exported_name_can_be_imported_and_is_listed_in_order():
    names = siaga.content.__all__

    assert list(names) == sorted(names)
    assert all(hasattr(siaga.content, name) for name in names)
