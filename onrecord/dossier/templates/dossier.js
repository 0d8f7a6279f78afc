"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("filter"), state = $("state"), help = $("help");
  const items = Array.from(document.querySelectorAll(".item"), (node) => ({
    node, keys: {
      speaker: (node.dataset.s || "").split(" "), issue: (node.dataset.i || "").split(" "), outlet: (node.dataset.o || "").split(" "),
    },
    from: node.dataset.f || "", to: node.dataset.t || "", confidence: node.dataset.c, text: null, shown: true,
  }));
  const byRecord = new Map(items.filter((item) => item.node.classList.contains("recording")).map((item) => [item.node.id, item]));
  const marks = Array.from(document.querySelectorAll(".m[data-m]"), (node) => ({ node, ids: node.dataset.m.split(" ") }));
  const spots = Array.from(document.querySelectorAll(".spot"), (node) => ({ node, id: node.getAttribute("href").slice(1) }));
  const groups = Array.from(document.querySelectorAll(".group"), (node) => ({ node, items: Array.from(node.querySelectorAll(".item")) }))
    .filter((group) => group.items.length);
  const sections = Array.from(document.querySelectorAll("main > section"), (node) => {
    const note = document.createElement("p");
    note.className = "nothing";
    note.textContent = "Nothing here matches the filter.";
    note.hidden = true;
    return { node, note, items: items.filter((item) => node.contains(item.node)) };
  }).filter((section) => section.items.length);
  for (const section of sections) section.node.append(section.note);
  const partsOf = new Map();
  for (const mark of marks) for (const id of mark.ids) partsOf.has(id) ? partsOf.get(id).push(mark.node) : partsOf.set(id, [mark.node]);
  const fields = ["q", "speaker", "issue", "outlet", "from", "to", "undated", "confidence"];
  let chosen = {}, at = "", current = null;

  // What is kept: every word of the search, and every field that is set. What has no date stays unless told otherwise.
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");
  function keeps(item, words) {
    for (const name of ["speaker", "issue", "outlet"]) if (chosen[name] && !item.keys[name].includes(chosen[name])) return false;
    if (chosen.confidence && item.confidence !== undefined && Number(item.confidence) < Number(chosen.confidence)) return false;
    if (chosen.undated && !(item.from && item.to)) return false;
    if (chosen.from && item.to && item.to < chosen.from) return false;
    if (chosen.to && item.from && item.from > chosen.to) return false;
    if (!words.length) return true;
    if (item.text === null) item.text = plain(item.node.textContent);
    return words.every((word) => item.text.includes(word));
  }

  function apply() {
    const words = plain(chosen.q || "").split(" ").filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const keep = keeps(item, words);
      if (keep !== item.shown) { item.node.hidden = !keep; item.shown = keep; }
      if (keep) shown += 1;
    }
    for (const section of sections) section.note.hidden = section.items.some((item) => item.shown);
    const active = fields.filter((name) => chosen[name]).length;
    for (const group of groups) {
      const left = group.items.filter((node) => !node.hidden).length, count = group.node.querySelector("summary .n");
      group.node.hidden = !left;
      if (active && group.node.tagName === "DETAILS") group.node.open = true;
      if (count) count.textContent = left;
    }
    for (const mark of marks) mark.node.classList.toggle("off", mark.ids.every((id) => byRecord.has(id) && !byRecord.get(id).shown));
    for (const spot of spots) { const row = $(spot.id); spot.node.classList.toggle("off", Boolean(row && row.hidden)); }
    state.textContent = active ? `Showing ${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")} items.` : "";
    $("more").textContent = active && !(active === 1 && chosen.q) ? "Filters (set)" : "More filters";
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
    const target = id && $(id);
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

  const visible = (item) => item.shown && item.node.getClientRects().length > 0;
  function step(by) {
    let i = items.findIndex((item) => item.node === current);
    if (i < 0) {
      i = items.findIndex((item) => visible(item) && item.node.getBoundingClientRect().top > 100);
      i = by > 0 ? i - 1 : i;
    }
    do i += by; while (items[i] && !visible(items[i]));
    if (!items[i]) return;
    if (current) current.classList.remove("at");
    current = items[i].node;
    current.classList.add("at");
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
    at = current.id;
    write();
  }
  function openCurrent() {
    const link = current && current.querySelector("a.open");
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
    if (item) { if (current) current.classList.remove("at"); current = item; }
    if (button) cite(button);
    if (mark) {
      event.preventDefault();
      at = mark.getAttribute("href").slice(1);
      current = $(at);
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
  addEventListener("beforeprint", () => { for (const node of document.querySelectorAll("details")) node.open = true; });

  document.documentElement.classList.add("js");
  // A mark in several pieces is one stop of the Tab key.
  for (const { node } of marks) if (!node.id) node.tabIndex = -1;
  form.hidden = false;
  new ResizeObserver(measure).observe(document.querySelector(".bar"));
  measure();
  for (const button of document.querySelectorAll(".cite")) button.hidden = false;
  if (location.hash) read();
})();
