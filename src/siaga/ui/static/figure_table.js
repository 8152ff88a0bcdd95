// The roles stand there in words: on a phone each row is laid out as a small block, and
// without them it would no longer be a table to a screen reader.
let numberOfTables = 0;
const FIRST_ROWS = 10;

function render({ model, el }) {
  el.classList.add("siaga-table");
  const name = "siaga-table-" + ++numberOfTables;
  let sorting = [0, false];
  let typed = "";
  let rows = [];
  let part = null;
  let view = null;
  const body = h("tbody", { role: "rowgroup" });
  const count = h("p", { class: "siaga-table-count", role: "status" });
  let headers = [];
  let isWhole = false;
  // On a phone a long list would stand between a reader and what follows.
  const small = window.matchMedia("(max-width: 62rem)");
  const whole = h("button", {
    type: "button", class: "siaga-action siaga-look-secondary siaga-show-all",
    onclick: () => {
      isWhole = true;
      arrange();
      const next = body.children[FIRST_ROWS];
      if (next) (next.querySelector("button") || next).focus();
    },
  });

  const collator = new Intl.Collator("id", { numeric: true, sensitivity: "base" });
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  function compare(a, b) {
    const [at, isDown] = sorting;
    const [first, second] = [a.order[at], b.order[at]];
    if (first === null || second === null) {
      return (first === null) - (second === null) || collator.compare(a.name, b.name);
    }
    const way = typeof first === "number" && typeof second === "number"
      ? first - second
      : collator.compare(String(first), String(second));
    return (isDown ? -way : way) || collator.compare(a.name, b.name);
  }

  function arrange() {
    const wanted = plain(typed.trim());
    const shown = rows.filter((row) => row.plain.includes(wanted)).sort(compare);
    const isCut = small.matches && !isWhole && !wanted && shown.length > FIRST_ROWS + 2;
    const first = isCut ? shown.slice(0, FIRST_ROWS) : shown;
    body.replaceChildren(...first.map((row) => row.node));
    whole.hidden = !isCut;
    whole.textContent = view.words.all.replace("{total}", rows.length);
    headers.forEach((header, at) => {
      const order = sorting[1] ? "descending" : "ascending";
      header.setAttribute("aria-sort", at === sorting[0] ? order : "none");
    });
    const { words } = view;
    let text = shown.length ? "" : words.none;
    if (shown.length && wanted) {
      text = words.count.replace("{count}", shown.length).replace("{total}", rows.length);
    }
    count.textContent = text;
  }

  function row([code, cells, order]) {
    const [first, ...rest] = cells;
    const pick = code && h(
      "button",
      {
        type: "button", class: "siaga-row-pick", "data-focus": "row-" + code,
        onclick: () => part.send({ id: "pick", code }),
      },
      first,
    );
    const node = h(
      "tr", { role: "row" },
      h("th", { scope: "row", role: "rowheader" }, pick || h("span", {}, first)),
      ...rest.map((text, at) => {
        const [label, isNumber] = view.columns[at + 1];
        return h("td", {
          role: "cell", "data-label": label,
          class: isNumber ? "siaga-number" + (order[at + 1] === null ? " siaga-none" : "") : null,
        }, text);
      }),
    );
    return { code, node, order, pick, name: first, plain: plain(first) };
  }

  function mark() {
    const focus = model.get("focus");
    for (const one of rows) {
      one.node.classList.toggle("siaga-is-picked", one.code !== "" && one.code === focus);
      if (!one.pick) continue;
      if (one.code === focus) one.pick.setAttribute("aria-current", "true");
      else one.pick.removeAttribute("aria-current");
    }
  }

  const rearrange = () => view && view.columns && arrange();
  small.addEventListener("change", rearrange);
  model.on("change:focus", mark);
  const stop = start(model, el, (newView, previous, newPart) => {
    view = newView;
    part = newPart;
    const isSame = previous && previous.key === view.key &&
      JSON.stringify(previous.columns) === JSON.stringify(view.columns);
    if (!isSame) {
      sorting = view.sorted;
      isWhole = false;
      typed = "";
    }
    headers = view.columns.map(([label, isNumber], at) =>
      h(
        "th",
        { scope: "col", role: "columnheader", class: isNumber ? "siaga-number" : null },
        h(
          "button",
          {
            type: "button", "data-focus": "sort-" + at,
            onclick: () => {
              sorting = [at, at === sorting[0] ? !sorting[1] : isNumber];
              arrange();
            },
          },
          h("span", {}, label),
          h("span", { class: "siaga-sort", "aria-hidden": "true" }),
        ),
      ));
    rows = view.rows.map(row);
    const input = h("input", {
      id: name, type: "search", autocomplete: "off", "data-focus": "filter",
      oninput: () => {
        typed = input.value;
        arrange();
      },
    });
    input.value = typed;
    const table = h(
      "table", { role: "table" },
      h("caption", {}, view.caption),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...headers)),
      body,
    );
    const kept = el.querySelector(".siaga-table-scroll");
    const scrolled = kept && isSame ? kept.scrollTop : 0;
    const scroll = h(
      "div",
      { class: "siaga-table-scroll", tabindex: "0", role: "region", "aria-label": view.caption },
      table,
    );
    rebuild(el, [
      rows.length > 12 && h(
        "div", { class: "siaga-control siaga-table-filter" },
        h("label", { for: name }, view.words.filter), input,
      ),
      count,
      scroll,
      whole,
      view.words.more && h("p", { class: "siaga-table-count" }, view.words.more),
    ]);
    arrange();
    mark();
    scroll.scrollTop = scrolled;
  });
  return () => {
    stop();
    small.removeEventListener("change", rearrange);
    model.off("change:focus", mark);
  };
}

export default { render };
