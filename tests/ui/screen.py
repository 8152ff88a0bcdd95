"""The widgets of an app as a browser sees them: their states, and its messages."""

import json
from contextlib import contextmanager

from ipywidgets import HTML, VBox
from ipywidgets.widgets.widget import _instances

from siaga.ui.part import Part


def widgets():
    """Return every widget of this process, shown or not."""
    return list(_instances.values())


@contextmanager
def closing_widgets():
    """Close every widget that was made inside."""
    before = set(_instances)
    yield
    for name in set(_instances) - before:
        _instances[name].close()


def states():
    """Return what a browser can ask of every widget, as one text.

    Styles and scripts are left out: they are the same for everybody.
    """
    kept = []
    for widget in widgets():
        state = widget.get_state()
        kept.append({k: v for k, v in state.items() if k not in {"_esm", "_css"}})
    return json.dumps(kept, default=str, ensure_ascii=False)


def shown(root):
    """Return the widgets below `root`, in the order of the page."""
    found = [root]
    if isinstance(root, VBox):
        for child in root.children:
            found += shown(child)
    return found


def text_of(root):
    """Return what stands on the page."""
    parts = []
    for widget in shown(root):
        if isinstance(widget, HTML):
            parts.append(widget.value)
        elif isinstance(widget, Part):
            parts.append(json.dumps(widget.view, ensure_ascii=False))
    return "\n".join(parts)


def send(widget, **content):
    """Send a message as a browser does; without `key`, from what is shown now."""
    message = {"key": widget.view.get("key"), "ref": 1} | content
    data = {"method": "custom", "content": message}
    widget._handle_msg({"content": {"data": data}, "buffers": []})


def button(root, label):
    """Return the part that offers a button, and the id of the button."""
    for widget in shown(root):
        if not isinstance(widget, Part):
            continue
        items = [*widget.view.get("items", ()), widget.view.get("up") or {}]
        for item in items:
            if item.get("label") == label:
                return widget, item["id"]
    raise LookupError(label)


def press(root, label):
    """Press the button with this label."""
    widget, item_id = button(root, label)
    send(widget, id=item_id)


def part(root, kind):
    """Return the one part of a kind on the page."""
    (found,) = [widget for widget in shown(root) if isinstance(widget, kind)]
    return found
