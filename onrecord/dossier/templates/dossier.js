(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("filter"), state = $("state"), help = $("help");
  const { make, tell, sheets } = drawing;
  const ITEMS_AT_ONCE = 60, FEW_REPORTS = 40;
  const HEIGHTS = { saying: 9, said: 3.5, published: 3.5, event: 3.5, claim: 4, stand: 4 };

  // Every item is known from the start, in the order of the page; it is drawn when a reader comes near it.
  const items = [], chunks = [], byId = new Map(), byNode = new WeakMap(), sections = new Map(), groups = new Map(), marks = [];
  const partsOf = new Map();
  const near = new IntersectionObserver((seen) => { for (const one of seen) if (one.isIntersecting) draw(byNode.get(one.target)); }, { rootMargin: "800px" });
  function enter(item, place) {
    Object.assign(item, { text: null, shown: true, node: item.node || null });
    items.push(item);
    byId.set(item.id, item);
    const section = place.closest("main > section");
    sections.has(section) ? sections.get(section).items.push(item) : sections.set(section, { node: section, items: [item] });
    for (let group = place.closest(".group"); group; group = group.parentElement.closest(".group")) groups.has(group) ? groups.get(group).push(item) : groups.set(group, [item]);
  }
  function enterChunk(host, found, height, sheet) {
    const chunk = { host, items: found, height, sheet, drawn: false };
    if (host.tagName === "TBODY") { chunk.filler = make("tr", { class: "filler" }, make("td", { colspan: host.closest("table").querySelectorAll("col").length })); host.append(chunk.filler); }
    for (const item of found) enter(Object.assign(item, { chunk }), host);
    host.classList.add("waiting");
    byNode.set(host, chunk);
    chunks.push(chunk);
    near.observe(host);
  }
  function enterFixed(node) {
    const { s = "", i = "", o = "", f = "", t = "", c } = node.dataset;
    const item = { id: node.id, node, keys: { speaker: s.split(" "), issue: i.split(" "), outlet: o.split(" "), from: f, to: t, confidence: c || "" } };
    byNode.set(node, item);
    enter(item, node);
  }
  function enterList(host) {
    const found = drawing.list(host), height = HEIGHTS[host.dataset.kind];
    for (let i = 0, place = host; i < found.length; i += ITEMS_AT_ONCE) {
      if (i) { const next = host.cloneNode(false); next.removeAttribute("id"); place.after(next); place = next; }
      enterChunk(place, found.slice(i, i + ITEMS_AT_ONCE), height);
    }
  }
  for (const node of document.querySelectorAll(".item, [data-list], .sheet")) {
    if (node.classList.contains("item")) enterFixed(node);
    else if (node.dataset.list) enterList(node);
    else enterChunk(node, drawing.sheet(sheets.indexOf(node)), 0, sheets.indexOf(node));
  }
  for (const section of sections.values()) {
    section.note = make("p", { class: "nothing", hidden: "hidden" }, "Nothing here matches the filter.");
    section.node.append(section.note);
  }
  const spots = Array.from(document.querySelectorAll(".spot"), (node) => ({ node, id: node.getAttribute("href").slice(1) }));

  function draw(chunk) {
    if (!chunk || chunk.drawn) return;
    chunk.drawn = true;
    near.unobserve(chunk.host);
    chunk.host.classList.remove("waiting");
    chunk.host.style.minHeight = "";
    if (chunk.filler) chunk.filler.remove();
    for (const item of chunk.items) {
      item.node = item.draw(make);
      item.node.hidden = !item.shown;
      byNode.set(item.node, item);
    }
    const nodes = chunk.items.map((item) => item.node);
    if (chunk.sheet === undefined) chunk.host.append(...nodes);
    else drawSheet(chunk, nodes);
  }
  function drawSheet(chunk, nodes) {
    const text = chunk.host.querySelector(".text"), lines = drawing.text(chunk.sheet);
    if (lines.length) { text.replaceChildren(...lines); text.classList.add("drawn"); }
    if (nodes.length) chunk.host.querySelector(".recordings").append(make("p", { class: "also quiet", hidden: "hidden" }), ...nodes);
    for (const node of text.querySelectorAll(".m")) {
      const mark = { node, ids: node.dataset.m.split(" ") };
      // A mark in several pieces is one stop of the Tab key.
      if (!node.id) node.tabIndex = -1;
      for (const id of mark.ids) partsOf.has(id) ? partsOf.get(id).push(node) : partsOf.set(id, [node]);
      fade(mark);
      marks.push(mark);
    }
  }
  const fade = (mark) => mark.node.classList.toggle("off", mark.ids.every((id) => !byId.get(id).shown));
  // Where an address leads, drawn if it was not.
  function find(id) {
    const item = byId.get(id.startsWith("text-") ? `record-${id.slice(5)}` : id);
    if (item) draw(item.chunk);
    return $(id);
  }
  const fields = ["q", "speaker", "issue", "outlet", "from", "to", "undated", "confidence"];
  let chosen = {}, at = "", current = null; // the item at which the reader is

  // What is kept: every word of the search, and every field that is set. What has no date stays unless told otherwise.
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");
  function keeps(item, words) {
    for (const name of ["speaker", "issue", "outlet"]) if (chosen[name] && !item.keys[name].includes(chosen[name])) return false;
    const { from, to, confidence } = item.keys;
    if (chosen.confidence && confidence && Number(confidence) < Number(chosen.confidence)) return false;
    if (chosen.undated && !(from && to)) return false;
    if (chosen.from && to && to < chosen.from) return false;
    if (chosen.to && from && from > chosen.to) return false;
    if (!words.length) return true;
    if (item.text === null) item.text = plain(item.draw ? item.draw(tell) : item.node.textContent);
    return words.every((word) => item.text.includes(word));
  }

  function apply() {
    const words = plain(chosen.q || "").split(" ").filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const keep = keeps(item, words);
      if (keep !== item.shown) { item.shown = keep; if (item.node) item.node.hidden = !keep; }
      if (keep) shown += 1;
    }
    for (const section of sections.values()) section.note.hidden = section.items.some((item) => item.shown);
    const active = fields.filter((name) => chosen[name]).length;
    for (const [node, found] of groups) {
      const left = found.filter((item) => item.shown).length, count = node.querySelector("summary .n");
      node.hidden = !left;
      if (active && node.tagName === "DETAILS") node.open = true;
      if (count) count.textContent = left;
    }
    for (const chunk of chunks) reserve(chunk);
    for (const mark of marks) fade(mark);
    for (const spot of spots) spot.node.classList.toggle("off", !byId.get(spot.id).shown);
    state.textContent = active ? `Showing ${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")} items.` : "";
    $("more").textContent = active && !(active === 1 && chosen.q) ? "Filters (set)" : "More filters";
  }

  // What is not drawn yet takes about the room that it will take.
  function reserve(chunk) {
    if (chunk.drawn || !chunk.height) return;
    const height = `${chunk.items.filter((item) => item.shown).length * chunk.height}rem`;
    if (chunk.filler) chunk.filler.firstChild.style.height = height;
    else chunk.host.style.minHeight = height;
  }

  // The address holds the filter in words a reader can read, and the item the page was opened at.
  const label = (name) => {
    const field = form.elements[name];
    return field.tagName === "SELECT" && chosen[name] ? field.selectedOptions[0].textContent : chosen[name];
  };
  function write() {
    const hash = new URLSearchParams();
    if (at) hash.set("at", at);
    for (const name of fields) if (chosen[name]) hash.set(name, label(name));
    const active = fields.some((name) => chosen[name]);
    const address = active ? `#${hash}` : at ? `#${at}` : location.pathname + location.search;
    history.replaceState(null, "", address);
  }
  function read() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) { at = decodeURIComponent(hash); if (fields.some((name) => chosen[name])) write(); go(at); return; }
    const wanted = new URLSearchParams(hash);
    for (const name of fields) {
      const field = form.elements[name], value = wanted.get(name) || "";
      if (field.tagName !== "SELECT") field.value = value;
      else field.value = (Array.from(field.options).find((option) => value && option.textContent === value) || field.options[0]).value;
    }
    if (fields.slice(1).some((name) => wanted.get(name))) open(true);
    collect();
    at = wanted.get("at") || "";
    if (at) go(at);
  }
  function collect() {
    chosen = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
    apply();
  }
  const measure = () => document.documentElement.style.setProperty("--bar", `${document.querySelector(".bar").offsetHeight}px`);
  function open(yes) { $("fields").hidden = !yes; $("more").setAttribute("aria-expanded", String(yes)); }

  // A record and its words: every part of the mark is shown, also where it is broken in pieces.
  function go(id) {
    const target = id && find(id);
    for (const node of document.querySelectorAll(".here, .m.on")) node.classList.remove("here", "on");
    if (!target) return;
    const clock = target.closest(".clock");
    if (clock) { const radio = document.querySelector(`[name="clock"][value="${clock.dataset.clock}"]`); if (radio) radio.checked = true; }
    const folded = target.closest("details");
    if (folded) folded.open = true;
    if (target.hidden) target.hidden = false;
    const record = id.startsWith("text-") ? `record-${id.slice(5)}` : id;
    for (const node of partsOf.get(record) || []) node.classList.add("on");
    target.classList.add("here");
    if ($(record)) $(record).classList.add("here");
    const aside = $(record) && $(record).closest(".recordings");
    if (aside && getComputedStyle(aside).position === "sticky") {
      aside.scrollTop += $(record).getBoundingClientRect().top - aside.getBoundingClientRect().top - 8;
      if (target === $(record)) { const part = (partsOf.get(record) || [])[0]; if (part) part.scrollIntoView({ block: "nearest" }); return; }
    }
    target.scrollIntoView({ block: id.startsWith("text-") ? "center" : "start" });
  }
  // Marks can lie within marks: the innermost opens, the others are named beside it.
  function alsoHere(mark) {
    const note = mark.closest(".reading").querySelector(".also");
    const others = mark.dataset.m.split(" ").slice(1).map($).filter(Boolean);
    note.replaceChildren(...(others.length ? ["Also at this spot: "] : []), ...others.flatMap((record, i) => {
      const link = document.createElement("a");
      link.href = `#${record.id}`;
      link.textContent = record.querySelector("h4").textContent.trim().replace(/\s+/g, " ");
      return i ? [", ", link] : [link];
    }));
    note.hidden = !others.length;
  }

  async function cite(button) {
    const { said, place } = button.dataset;
    const who = button.dataset.who || button.closest(".recording").querySelector("h4 bdi").textContent;
    const report = $(button.dataset.report) || button.closest(".sheet");
    const citation = `${who}, ${said}, ${report.dataset.cite.replace("{place}", () => place)}`;
    try { await navigator.clipboard.writeText(citation); state.textContent = "Citation copied."; }
    catch { state.textContent = citation; getSelection().selectAllChildren(state); }
  }

  function visible(item) {
    if (!item.shown || (item.chunk && !item.chunk.host.getClientRects().length)) return false;
    draw(item.chunk);
    return item.node.getClientRects().length > 0;
  }
  const below = (item) => (item.node || item.chunk.host).getBoundingClientRect().bottom > 100 && visible(item) && item.node.getBoundingClientRect().top > 100;
  function stand(item) {
    if (current) current.node.classList.remove("at");
    current = item;
  }
  function step(by) {
    let i = current ? items.indexOf(current) : items.findIndex(below) - (by > 0 ? 1 : 0);
    do i += by; while (items[i] && !visible(items[i]));
    if (!items[i]) return;
    stand(items[i]);
    const { node } = current;
    node.classList.add("at");
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
    at = node.id;
    write();
  }
  function openCurrent() {
    const link = current && current.node.querySelector("a.open");
    if (link) link.click();
  }
  const keys = { j: () => step(1), k: () => step(-1), o: openCurrent, "?": () => help.showModal(), "/": () => { $("q").focus(); $("q").select(); } };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".m[data-m]"), button = event.target.closest(".cite"), item = event.target.closest(".item");
    if (item) stand(byNode.get(item));
    if (button) cite(button);
    if (mark) {
      event.preventDefault();
      at = mark.getAttribute("href").slice(1);
      stand(byId.get(at));
      history.pushState(null, "", `#${at}`);
      write();
      alsoHere(mark);
      go(at);
      return;
    }
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href").slice(1) === at) go(at);
  });
  form.addEventListener("input", () => { collect(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  $("clear").addEventListener("click", () => { form.reset(); collect(); write(); });
  $("more").addEventListener("click", () => open($("fields").hidden));
  $("keys").addEventListener("click", () => help.showModal());
  addEventListener("hashchange", read);
  // On paper there is no coming near: everything is drawn first, or of many reports the text alone, which the page then says.
  function print() {
    document.documentElement.classList.toggle("text-only", sheets.length > FEW_REPORTS);
    if (sheets.length > FEW_REPORTS) return;
    chunks.forEach(draw);
    for (const node of document.querySelectorAll("details")) node.open = true;
  }
  addEventListener("beforeprint", print);
  matchMedia("print").addEventListener("change", (change) => { if (change.matches) print(); });

  document.documentElement.classList.add("js");
  form.hidden = false;
  new ResizeObserver(measure).observe(document.querySelector(".bar"));
  measure();
  chunks.forEach(reserve);
  for (const button of document.querySelectorAll(".cite")) button.hidden = false;
  if (location.hash) read();
})();
