"use strict";
// The page reads whole without this. It opens evidence in place, filters and zooms, and switches the language.
(() => {
  const all = (what, root = document) => [...root.querySelectorAll(what)];
  const byId = (id) => document.getElementById(id);
  const said = (name) => byId("said").content.querySelector(`[data-${name}]`).textContent;
  for (const one of all(".since, .beside, .tongues, form.filter")) one.hidden = false;

  // Offsets are code points, JavaScript counts UTF-16 units: a text without surrogates needs no conversion.
  const units = (text, points) => {
    if (!/[\ud800-\udfff]/.test(text)) return points;
    let at = 0;
    for (let n = 0; n < points && at < text.length; n++) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  };
  const points = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
  const startOf = (sentence) => Number(sentence.id.slice(sentence.id.lastIndexOf("-") + 1));

  const wrap = (root, start, spans, name) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let at = start;
    for (const node of nodes) {
      const end = at + points(node.data);
      let rest = node, base = at;
      for (const [from, to] of spans) {
        const a = Math.max(from, base), b = Math.min(to, end);
        if (a >= b) continue;
        const hit = rest.splitText(units(rest.data, a - base));
        rest = hit.splitText(units(hit.data, b - a));
        const mark = document.createElement("mark");
        mark.className = name;
        hit.replaceWith(mark);
        mark.append(hit);
        base = b;
      }
      at = end;
    }
  };
  const unwrap = (name, root = document) => {
    for (const mark of all(`mark.${name}`, root)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  // "3:12-30,41-50@7" is report 3, two stretches, statement 7 (0: the outlet's own voice).
  const read = (place) => {
    const [, report, stretches, statement] = /^(\d+):([\d,-]*)@?(\d*)$/.exec(place) || [];
    const spans = (stretches || "").split(",").filter(Boolean).map((span) => span.split("-").map(Number));
    return { report, statement, spans: spans.sort((a, b) => a[0] - b[0]) };
  };
  const sentencesOf = (report, spans) => {
    const found = all(".text > .s", report);
    const index = (offset) => Math.max(found.findIndex((s) => startOf(s) > offset) - 1, found.length && startOf(found[found.length - 1]) <= offset ? found.length - 1 : 0);
    const first = index(spans[0][0]), last = index(spans[spans.length - 1][1] - 1);
    return { found, first, last: Math.min(Math.max(last, first), first + 5) };
  };
  const plain = (node) => {
    const copy = node.cloneNode(true);
    copy.removeAttribute("id");
    for (const inner of all("[id]", copy)) inner.removeAttribute("id");
    return copy;
  };
  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside);
    return element;
  };

  const evidence = (story, place) => {
    const { report, statement, spans } = read(place);
    const source = byId(`${story}-r${report}`);
    if (!source || !spans.length) return null;
    const item = make("li"), head = make("p", "src");
    const row = Number(statement) ? byId(`${story}-s${statement}`) : null;
    const house = make("strong", "", ...[...plain(source.querySelector(".number")).childNodes]);
    head.append(house, ", ", plain(source.querySelector(".facts .on")), " (", plain(source.querySelector(".basis")), ")");
    if (row) head.append(" · ", plain(row.querySelector(".chain")), " · ", plain(row.querySelector(".firm")));
    else if (statement) head.append(" · ", said("own"));
    const { found, first, last } = sentencesOf(source, spans);
    const text = plain(source.querySelector(".text").cloneNode(false));
    const near = (n) => found[n] && found[n].textContent.trim() && !found[n].querySelector(".mf") && found[n].textContent.length < 600;
    if (near(first - 1)) text.append(make("span", "dim", plain(found[first - 1])));
    for (let n = first; n <= last; n++) {
      const copy = plain(found[n]);
      wrap(copy, startOf(found[n]), spans, "exact");
      text.append(copy);
    }
    if (near(last + 1)) text.append(make("span", "dim", plain(found[last + 1])));
    const open = make("a", "", said("open"));
    open.href = `#${found[first].id}`;
    item.append(head, text, make("p", "near", open));
    if (row) {
      const more = make("a", "", said("row"));
      more.href = `#${row.id}`;
      item.lastChild.append(more);
    }
    return item;
  };

  let opener = null;
  const close = () => {
    for (const panel of all(".panel, tr.held")) panel.remove();
    if (opener) opener.removeAttribute("aria-expanded");
    opener = null;
  };
  const host = (link) => link.closest(".event, .ledger > li, .day li, .proofs li, .tree > li, .conflict blockquote, .claims li, .facts, .glance p, tr, .report header") || link.parentElement;
  const places = (link) => {
    if (link.dataset.at) return link.dataset.at;
    if (!link.classList.contains("same")) return "";
    return link.closest(".event").querySelector(".state [data-at]").dataset.at;
  };
  const AT_ONCE = 6;
  const show = (link, list, title) => {
    const same = opener === link;
    close();
    if (same) return;
    const story = link.closest(".story").id;
    const panel = byId("panel").content.firstElementChild.cloneNode(true);
    panel.querySelector("strong").append(...title);
    const into = panel.querySelector("ol"), rest = panel.querySelector(".rest");
    const add = (from, to) => into.append(...list.slice(from, to).map((place) => evidence(story, place)).filter(Boolean));
    add(0, AT_ONCE);
    if (list.length > AT_ONCE) {
      const more = make("button", "", `${said("more")}: ${list.length - AT_ONCE}`);
      more.type = "button";
      more.addEventListener("click", () => { add(AT_ONCE); rest.remove(); panel.focus(); });
      rest.append(more);
    } else rest.remove();
    panel.querySelector(".tools button").addEventListener("click", () => { const back = opener; close(); back.focus(); });
    const at = host(link);
    if (at.matches("tr")) {
      const cell = make("td", "", panel);
      cell.colSpan = 9;
      at.after(make("tr", "held", cell));
    } else if (at.matches(".event")) (link.closest(".more li, .more p") || at.querySelector(".more")).before(panel);
    else at.append(panel);
    opener = link;
    link.setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  };

  const reveal = (hash) => {
    const target = hash.length > 1 && byId(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    if (target.id.endsWith("-o") && target.parentElement.tagName === "DETAILS") target.parentElement.open = true;
    if (target.hidden) target.hidden = false;
  };
  document.addEventListener("click", (event) => {
    const dot = event.target.closest(".lane use");
    if (dot) {
      const step = all(".history > li", dot.closest(".event"))[Number(dot.dataset.n)];
      const link = step && step.querySelector("a[data-at]");
      if (link) show(link, [link.dataset.at], plain(step).childNodes), dot.closest(".event").querySelector(".more").before(document.querySelector(".panel"));
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = byId(link.hash.slice(1));
    const list = places(link) || (row && row.matches("[data-actor]") && all("[data-at]", row).map((a) => a.dataset.at).join(" "));
    if (!list || !link.closest(".story")) return reveal(link.hash);
    event.preventDefault();
    const title = row.matches("[data-actor]") ? [...plain(row.querySelector("th")).childNodes, " · ", row.querySelector(".sort").textContent, " · ", ...plain(row.querySelector(".names")).childNodes] : plain(link).childNodes;
    show(link, list.split(" "), title);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opener) return;
    const back = opener;
    close();
    back.focus();
  });
  addEventListener("hashchange", () => reveal(location.hash));

  // What a word or figure means stands in the legend; a title brings it to where the reader points.
  const terms = all(".legend dt");
  document.addEventListener("pointerover", (event) => {
    const read = event.target.closest && event.target.closest(".text a[href^='#']");
    const row = read && byId(read.hash.slice(1));
    if (row) {
      const parts = row.matches(".event") ? all("h3, .state .status", row) : [row.closest(".voice").querySelector("h3"), ...all(".put, .stance", row)];
      read.title = parts.map((part) => part.textContent.trim()).join(" · ");
    }
    const at = event.target.closest && event.target.closest(".status, .stance, .firm, .form, .reason, .role, .sort, .count a, .chain, .put, .nowhere, .to, .denials, .kind, .tree strong, .firm bdi");
    if (!at || at.title || at.closest(".legend")) return;
    const word = (at.firstChild.nodeType === 3 ? at.firstChild : at).textContent.trim().split(",")[0];
    const term = terms.find((dt) => dt.dataset.for && at.matches(dt.dataset.for)) || terms.find((dt) => (dt.querySelector(".status, span") || dt).textContent.trim() === word);
    if (term) at.title = term.nextElementSibling.textContent;
  });

  // The chronology: which events, and which days.
  const DAY = 864e5, WHOLE = 94;
  const days = (iso) => Math.round(Date.parse(iso) / DAY);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const searched = new WeakMap();
  const textOf = (event) => {
    if (!searched.has(event)) searched.set(event, all("h3, .who bdi, .proofs .said", event).map((e) => e.textContent).join(" ").toLowerCase());
    return searched.get(event);
  };
  const meets = (event, begin, end) => event.dataset.t.split(" ").filter(Boolean).some((stretch) => {
    const [from, to = from] = stretch.split("/");
    return (!end || !from || from <= end) && (!begin || !to || to >= begin);
  });
  const has = (list, value) => !value || list.split(" ").includes(value);
  const sift = (form) => {
    const asked = Object.fromEntries(new FormData(form));
    const words = asked.q.toLowerCase().split(/\s+/).filter(Boolean);
    const story = byId(form.dataset.story);
    let shown = 0;
    for (const event of all(".event", story)) {
      const keep = has(event.dataset.a, asked.actor) && has(event.dataset.s, asked.status) && has(event.dataset.o, asked.outlet)
        && has(event.dataset.p, asked.place) && (!(asked.begin || asked.end) || meets(event, asked.begin, asked.end)) && words.every((word) => textOf(event).includes(word));
      event.hidden = !keep;
      shown += keep;
    }
    for (const part of all(".part", story)) part.hidden = !all(".event:not([hidden])", part.nextElementSibling).length;
    story.querySelector('[data-n="shown"]').textContent = shown;
    zoom(story.querySelector(".chart"), asked.begin, asked.end);
  };
  const POSITIONS = ["x", "x1", "x2"];
  const base = new WeakMap();
  const drawn = (chart) => all(".axis text:not(.un), .grid line:not(.un), .lane use, .lane text, .lane rect, .lane line", chart);
  const zoom = (chart, begin, end) => {
    if (!chart) return;
    const first = days(chart.dataset.first), span = days(chart.dataset.last) - first + 1;
    const a = begin ? days(begin) - first : 0, b = end ? days(end) - first + 1 : span;
    if (b <= a || chart.dataset.shown === `${a} ${b}`) return;
    chart.dataset.shown = `${a} ${b}`;
    const left = (a / span) * WHOLE, factor = span / (b - a);
    const put = (value) => (value > WHOLE ? value : (value - left) * factor);
    for (const shape of drawn(chart)) {
      if (!base.has(shape)) base.set(shape, Object.fromEntries([...POSITIONS, "width"].map((name) => [name, parseFloat(shape.getAttribute(name))])));
      const was = base.get(shape);
      for (const name of POSITIONS) if (!Number.isNaN(was[name])) shape.setAttribute(name, `${put(was[name]).toFixed(2)}%`);
      if (!Number.isNaN(was.width)) {
        const from = Math.max(put(was.x), 0), to = Math.min(put(was.x + was.width), WHOLE);
        shape.setAttribute("x", `${from.toFixed(2)}%`);
        shape.setAttribute("width", `${Math.max(to - from, 0).toFixed(2)}%`);
      }
      const at = put(was.x);
      shape.classList.toggle("out", Number.isNaN(was.width) && was.x <= WHOLE && (at > WHOLE || at < 0));
    }
    const kept = b - a;
    chart.dataset.level = kept <= 12 ? "d" : kept <= 84 ? "w" : kept <= 420 ? "m" : "y";
  };
  const closer = (form, factor) => {
    const chart = byId(form.dataset.story).querySelector(".chart"), { begin, end } = form.elements;
    const a = days(begin.value || chart.dataset.first), b = days(end.value || chart.dataset.last);
    const middle = (a + b) / 2, half = Math.max(((b - a) / 2) * factor, 1);
    begin.value = iso(Math.max(Math.round(middle - half), days(chart.dataset.first)));
    end.value = iso(Math.min(Math.round(middle + half), days(chart.dataset.last)));
    sift(form);
  };
  for (const form of all("form.filter:not([action])")) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => sift(form));
    form.addEventListener("reset", () => setTimeout(() => sift(form)));
    form.addEventListener("click", (event) => event.target.dataset.zoom && closer(form, Number(event.target.dataset.zoom)));
    if (all("select, input", form).some((field) => field.value)) sift(form);
  }

  // What changed since a day.
  const since = (field) => {
    const section = field.closest(".changes"), sums = { reports: 0, new: 0, step: 0, denied: 0 };
    for (const day of all(".day", section)) {
      const keep = !day.dataset.day || day.dataset.day >= field.value;
      day.hidden = !keep;
      if (!keep || !day.dataset.day) continue;
      sums.reports += Number(day.dataset.reports);
      for (const change of all("li[data-kind]", day)) sums[change.dataset.kind]++;
    }
    for (const [name, sum] of Object.entries(sums)) section.querySelector(`[data-n="${name}"]`).textContent = sum;
  };
  for (const field of all(".since input")) {
    field.addEventListener("change", () => since(field));
    since(field);
  }

  // Two reports side by side, what they share marked in both.
  for (const bar of all(".beside")) {
    const [one, two] = all("select", bar), button = bar.querySelector("button");
    const story = bar.dataset.story, section = byId(`${story}-berichte`);
    const beside = () => {
      const on = button.getAttribute("aria-pressed") === "true";
      unwrap("both", section);
      section.querySelector(".reports").classList.toggle("pair", on);
      let count = 0;
      for (const [mine, other] of [[one, two], [two, one]]) {
        const shared = byId(`${story}-r${mine.value}`).querySelector(`[data-with="${other.value}"]`);
        if (!on || !shared || !shared.dataset.here) continue;
        const { spans } = read(shared.dataset.here);
        count = spans.length;
        for (const sentence of all(`#${story}-r${mine.value} .text > .s`)) wrap(sentence, startOf(sentence), spans, "both");
      }
      for (const report of all(".report", section)) report.classList.toggle("chosen", [one.value, two.value].includes(report.dataset.report));
      bar.querySelector("strong").textContent = on ? count : "";
      bar.querySelector("[data-words]").hidden = !on;
    };
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      beside();
    });
    for (const select of [one, two]) select.addEventListener("change", beside);
  }

  // The other language: every phrase of the page's own is a text node or attribute of its own; a report's words stand in bdi or .text.
  const words = JSON.parse(byId("words").textContent);
  const born = document.documentElement.lang;
  let spoken = born;
  const turned = new Map();
  const KEPT = "bdi, script, .proofs .said, .in-de, .in-en, [translate=no]";
  const collect = (root) => {
    const phrases = [], inner = [];
    const attributes = (element) => {
      for (const name of ["title", "aria-label"]) {
        const text = element.getAttribute(name);
        if (text && Object.hasOwn(words, text)) phrases.push([element, name, text, words[text]]);
      }
    };
    const accept = (node) => {
      if (node.nodeType === 3) return NodeFilter.FILTER_ACCEPT;
      if (node.matches(KEPT)) return NodeFilter.FILTER_REJECT;
      const later = node.className === "text" || (node.parentNode.nodeName === "DETAILS" && node.nodeName !== "SUMMARY");
      if (later) inner.push(node);
      return later ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    };
    if (root.className === "text") all("[title]", root).forEach(attributes);
    else {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
      if (root.nodeType === 1) attributes(root);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === 1) { attributes(node); continue; }
        const text = node.data.trim();
        if (text && Object.hasOwn(words, text)) phrases.push([node, "data", node.data, node.data.replace(text, () => words[text])]);
      }
    }
    return { phrases, inner };
  };
  const turn = (root) => {
    if (!turned.has(root)) turned.set(root, collect(root));
    const which = spoken === born ? 2 : 3, { phrases, inner } = turned.get(root);
    for (const phrase of phrases) phrase[1] === "data" ? (phrase[0].data = phrase[which]) : phrase[0].setAttribute(phrase[1], phrase[which]);
    return inner;
  };
  // What is in sight turns at once, what is folded in the moments after.
  const speak = (language) => {
    close();
    spoken = language;
    const queue = [document.body, ...all("template").map((one) => one.content)], rest = [];
    while (queue.length) for (const root of turn(queue.pop())) (root.parentNode.open ? queue : rest).push(root);
    document.documentElement.lang = language;
    document.documentElement.setAttribute("aria-busy", "true");
    for (const button of all("[data-tongue]")) button.setAttribute("aria-pressed", String(button.dataset.tongue === language));
    const slice = () => {
      if (spoken !== language) return;
      const end = performance.now() + 12;
      while (rest.length && performance.now() < end) rest.push(...turn(rest.pop()));
      if (rest.length) setTimeout(slice);
      else document.documentElement.removeAttribute("aria-busy");
    };
    setTimeout(slice);
  };
  for (const button of all("[data-tongue]")) button.addEventListener("click", () => speak(button.dataset.tongue));

  let folded = [];
  addEventListener("beforeprint", () => {
    close();
    folded = all("details:not([open])");
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
  reveal(location.hash);
})();
