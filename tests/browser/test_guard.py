"""The guard against outside requests can fail."""

from tests.browser.conftest import block_outside


def test_a_page_that_asks_an_outside_host_is_caught(chromium, server):
    asked = []
    context = chromium.new_context()
    block_outside(context, asked)
    page = context.new_page()
    page.goto(server.base + "/keluar")
    with page.expect_event("requestfailed"):
        page.evaluate("() => { new Image().src = 'http://outside.example/x.png' }")
    # Our own policy stops that one before it is a request; a page without a policy:
    bare = context.new_page()
    bare.set_content("<img src='http://outside.example/y.png'>")
    bare.wait_for_timeout(0)
    context.close()

    assert any("outside.example" in address for address in asked)
