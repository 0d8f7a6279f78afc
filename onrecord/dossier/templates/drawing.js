"use strict";
// Draws what the page holds as data: statements, days, figures, and the text of each report with its marks.
// Each item is written once, for a builder: `make` puts it on the page, `tell` gives its words to the search.
// All words are put in as text; nothing is ever read as markup.
const drawing = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const sheets = Array.from(document.querySelectorAll(".sheet"));
  const texts = [], keysOf = new Map();
  const SVG = new Set(["svg", "use", "circle", "rect", "line", "path"]);
  const INLINE = new Set(["a", "bdi", "mark", "span"]);

  function make(tag, attributes, ...parts) {
    const node = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const name in attributes) if (attributes[name] !== "") node.setAttribute(name, attributes[name]);
    node.append(...parts.flat(3).filter(Boolean));
    return node;
  }
  function tell(tag, attributes, ...parts) {
    return SVG.has(tag) || tag === "button" ? "" : parts.flat(3).filter(Boolean).join("") + (INLINE.has(tag) ? "" : " ");
  }

  const string = (value) => typeof value === "number" ? data.strings[value] : value || "";
  // The text stands in the page as text; once it is drawn with its marks it reads the same, without its empty lines.
  const textOf = (r) => texts[r] === undefined ? (texts[r] = sheets[r].querySelector(".text").textContent) : texts[r];
  const quote = (r, value) => Array.isArray(value) ? textOf(r).slice(value[0], value[1]) + (value[2] ? " …" : "") : string(value);
  const pairs = (list) => list.flatMap((_, i) => i % 2 ? [] : [[list[i], list[i + 1]]]);

  function keys(value) {
    if (!keysOf.has(value)) {
      const [speaker, issue, outlet, from, to, confidence] = string(value).split("|");
      keysOf.set(value, { speaker: speaker.split(" "), issue: issue.split(" "), outlet: outlet.split(" "), from, to, confidence });
    }
    return keysOf.get(value);
  }
  function pieces(r, [cut, start, ...lengths]) {
    if (cut < 0) return pairs([start, ...lengths]).map(([words, meant]) => [string(words), meant]);
    const text = textOf(r);
    let at = start;
    const found = lengths.map((length, i) => [text.slice(at, at += length), i % 2]);
    return [cut & 1 ? ["… ", 0] : [""], ...found, cut & 2 ? [" …", 0] : [""]].filter(([words]) => words);
  }
  function shorten(words, most) {
    const text = words.replace(/\s+/g, " ").trim();
    if (text.length <= most) return text;
    const cut = text.lastIndexOf(" ", most - 1);
    return `${text.slice(0, cut >= most / 2 ? cut : most).replace(/[\ud800-\udbff]$/, "")} …`;
  }
  const placeOf = (places) => `characters ${pairs(places).map(([start, end]) => `${start} to ${end}`).join(", ")}`;
  // Where a record leads: a row of its own report, a statement (after -1), or an address.
  const target = (r, link) => !Array.isArray(link) ? string(link)
    : link[0] < 0 ? `statement-${string(data.sayings[link[1]][0])}` : `record-${string(data.reports[r][1][link[0]][0])}`;
  const anchored = (h, attributes, link, words) => h("a", { ...attributes, href: `#${string(link)}` }, words);

  const words = (h, found) => found.map(([part, meant]) => meant ? h("mark", {}, part) : part);
  const chainOf = (h, chain) => h("span", { class: "chain" }, pairs(chain).map(([name, note], i) => [i ? h("span", { class: "arrow" }, " → ") : "",
    h("span", { class: "link" }, h("bdi", {}, string(name)), note && string(note) ? h("span", { class: "quiet" }, ` (${string(note)})`) : "")]));
  function source(h, r, link, places) {
    const outlet = string(data.reports[r][0]);
    return [h("a", { class: "open", href: `#${link}` }, `report\u00a0${r + 1}`), outlet ? [", ", h("bdi", {}, outlet)] : "",
      ", ", h("span", { class: "place" }, placeOf(places))];
  }
  const sourceOf = (h, r, record) => source(h, r, `text-${string(record[0])}`, record[9]);
  const quiet = (h, ...parts) => h("p", { class: "quiet" }, ...parts);
  const citeOf = (h, attributes) => h("button", { type: "button", class: "cite", ...attributes }, "Copy citation");

  // One record of a mark, beside the text.
  function recording(h, r, record) {
    const [id, kind, label, headline, said, chain, facts, relations, why, places, , citation, doubtful] = record;
    const name = quote(r, headline), quoted = quote(r, said), x = string(id);
    return h("article", { class: `item recording k-${string(kind)}${doubtful ? " doubtful" : ""}`, id: `record-${x}` },
      h("h4", {}, h("a", { href: `#record-${x}` }, h("span", { class: "kind" }, string(label)), " ", h("bdi", {}, name))), " ",
      quoted && quoted !== name ? h("blockquote", { dir: "auto" }, quoted) : "",
      h("div", { class: "rest" },
        chain.length ? quiet(h, chainOf(h, chain)) : "",
        h("dl", {}, pairs(facts).map(([term, value]) => h("div", {}, h("dt", {}, string(term)), h("dd", {}, quote(r, value))))),
        pairs(relations).map(([link, told]) => quiet(h, h("a", { href: `#${target(r, link)}` }, string(told)))),
        h("details", {}, h("summary", {}, "why"), quiet(h, `${string(why)} Stands at ${placeOf(places)}.`)),
        quiet(h, h("a", { class: "open", href: `#text-${x}` }, "in the text"), " ",
          citation !== "" ? citeOf(h, { "data-said": string(citation), "data-place": placeOf(places) }) : "")));
  }

  // One statement under its speaker, as each report tells it.
  function saying(h, n) {
    const [id, when, datedBy, tellings, carriedBy, issues, disputes, , namedAs, doubtful] = data.sayings[n];
    const [r, k] = tellings[0], first = data.reports[r][1][k];
    return h("article", { class: `item saying${doubtful ? " doubtful" : ""}`, id: `statement-${string(id)}` },
      h("p", { class: "when" }, string(when), string(datedBy) ? [" ", h("span", { class: "quiet dated-by" }, string(datedBy))] : ""),
      h("div", {},
        string(namedAs) ? quiet(h, "The report says ", h("bdi", { class: "called" }, `“${string(namedAs)}”`)) : "",
        tellings.map((telling, i) => told(h, telling, i)),
        quiet(h, string(carriedBy), doubtful ? " · low confidence" : "", issues.map((issue) => ` · ${string(issue)}`), " ",
          citeOf(h, { "data-who": quote(r, first[3]), "data-said": string(first[11]), "data-place": placeOf(first[9]), "data-report": sheets[r].id })),
        pairs(disputes).map(([link, question]) => quiet(h, "Compared: ", anchored(h, {}, link, string(question))))));
  }
  function told(h, [r, k, note, ...passage], i) {
    const record = data.reports[r][1][k];
    return [i === 1 ? h("p", { class: "quiet again" }, "The same statement, as reported elsewhere:") : "",
      h("blockquote", { dir: "auto" }, words(h, pieces(r, passage))),
      quiet(h, record[5].length ? [chainOf(h, record[5]), " · "] : "", sourceOf(h, r, record), string(note) ? ` · ${string(note)}` : "",
        " · ", h("a", { href: `#record-${string(record[0])}` }, "why"))];
  }

  // One line of a timeline; that of a statement is told by the statement itself.
  function bars(h, parts, look) {
    const drawn = [];
    for (let i = 0; i < parts.length; i += 3) {
      const [x, width, part] = [parts[i], parts[i + 1], string(parts[i + 2])];
      drawn.push(part === "dot" ? h("circle", { class: look, cx: `${x}%`, cy: 8, r: 5 })
        : h("rect", { class: `${look} ${part}`, x: `${x}%`, width: `${width}%`, y: 4, height: 8 }));
      if (look === "strike") drawn.push(h("line", { class: "struck", x1: `${x - 1.5}%`, x2: `${x + width + 1.5}%`, y1: 8, y2: 8 }));
    }
    return drawn;
  }
  function line(h, clock, row) {
    const { id, when, parts, look, subject, cue, said, note, link } = row;
    return h("li", { class: `item row${parts.length ? "" : " bare"}`, id },
      parts.length ? [h("span", { class: "when" }, when),
        h("svg", { class: "bar-line", width: "100%", height: 16, "aria-hidden": "true" }, h("use", { href: `#ticks-${clock}` }), bars(h, parts, look))] : "",
      h("p", {}, h("a", { class: "open", href: `#${link}` }, h("bdi", {}, subject)), " ", cue ? [h("span", { class: "how" }, `${cue}:`), " "] : "", h("span", { class: "said", dir: "auto" }, said), " ",
        h("span", { class: "quiet" }, parts.length ? "" : `${when} · `, note)));
  }
  function saidRow([n, parts]) {
    const [id, when, , tellings] = data.sayings[n], [r, k, , ...passage] = tellings[0];
    const numbers = [...new Set(tellings.map((telling) => telling[0] + 1))].sort((a, b) => a - b);
    const meant = pieces(r, passage).filter((piece) => piece[1]).map((piece) => piece[0]).join(" … ");
    const record = data.reports[r][1][k], cue = pairs(record[6]).find(([term]) => string(term) === "Cue");
    return { id: `said-${string(id)}`, when: string(when), parts, look: "solid", subject: quote(r, record[3]), cue: cue ? quote(r, cue[1]) : "", said: shorten(meant, 180),
      note: `${numbers.length === 1 ? "report" : "reports"} ${numbers.join(", ")}`, link: `statement-${string(id)}` };
  }
  function otherRow([id, when, parts, look, subject, r, said, note, link]) {
    return { id: string(id), when: string(when), parts, look: string(look), subject: string(subject), said: quote(r, said), note: string(note), link: string(link) };
  }

  // One statement behind the marks of the positions. Triangles point to the side taken; shapes differ, not only colours.
  const cellOf = (h) => (label, ...parts) => h("td", { "data-label": label }, ...parts);
  const SHAPES = { for: "M0-7 7 6H-7Z", conditional: "M0-7 7 6H-7Z", against: "M0 7 7-6H-7Z", neutral: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z", unclear: "M0-7 7 0 0 7-7 0Z" };
  function stand(h, [id, number, when, actor, side, stance, , r, link, places, via, also, ...passage]) {
    const cell = cellOf(h), look = string(stance);
    return h("tr", { class: "item", id: string(id) },
      cell("No.", String(number)), cell("When", string(when)),
      cell("Who", h("bdi", {}, string(actor)), string(side) ? [" ", h("span", { class: "quiet" }, "for ", h("bdi", {}, string(side)))] : ""),
      cell("Stance", h("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" }, h("path", { class: look, d: SHAPES[look] })), " ", look),
      cell("Words", r < 0 ? "" : [h("span", { class: "said", dir: "auto" }, words(h, pieces(r, passage))), " ",
        h("span", { class: "quiet" }, source(h, r, string(link), places), via.length ? `, through ${via.map(string).join(" → ")}` : "",
          also.length ? `; word for word in ${also.length === 1 ? "report" : "reports"} ${also.join(", ")}` : "")]));
  }

  // One number in the table of figures.
  function claim(h, [id, r, k, number, claimant, counts, scope, asOf, status, , doubtful, ...passage]) {
    const cell = cellOf(h);
    return h("tr", { class: `item${doubtful ? " doubtful" : ""}`, id: `figure-${string(id)}` },
      h("th", { scope: "row", class: "number", "data-label": "Number" }, string(number)),
      cell("Claimed by", h("bdi", {}, string(claimant))), cell("Counts", string(counts)), cell("Scope", string(scope)),
      cell("As of", string(asOf)), cell("Given as", string(status)),
      cell("Words", r < 0 ? "" : [h("span", { class: "said", dir: "auto" }, words(h, pieces(r, passage))), " ",
        h("span", { class: "quiet" }, sourceOf(h, r, data.reports[r][1][k]))]));
  }

  // The text of a report with its marks. What begins in a stretch can be led to there.
  function text(r) {
    const [, records, paragraphs] = data.reports[r], whole = textOf(r), seen = new Set();
    return paragraphs.map(([start, debris, ...stretches]) => {
      let at = start;
      return make("p", { class: debris ? "debris" : "" }, stretches.map((stretch) => {
        const [length, look, ...marks] = Array.isArray(stretch) ? stretch : [stretch, ""];
        const part = whole.slice(at, at += length), ids = marks.map((k) => string(records[k][0]));
        const fresh = ids.filter((id) => !seen.has(id));
        for (const id of fresh) seen.add(id);
        if (!marks.length) return look === "" ? part : make("span", { class: string(look) }, part);
        return [...fresh.slice(1).map((id) => make("span", { id: `text-${id}` })),
          make("a", { class: `m ${string(look)}`, id: fresh.length ? `text-${fresh[0]}` : "", href: `#record-${ids[0]}`,
            "data-m": ids.map((id) => `record-${id}`).join(" ") }, part)];
      }));
    });
  }

  // What a list or a report holds: for each item its address, its keys and how to draw it.
  const lists = {
    sheet: (r) => data.reports[r][1].map((record) => ({ id: `record-${string(record[0])}`, keys: keys(record[10]), draw: (h) => recording(h, r, record) })),
    saying: (rows) => rows.map((n) => ({ id: `statement-${string(data.sayings[n][0])}`, keys: keys(data.sayings[n][7]), draw: (h) => saying(h, n) })),
    said: (rows) => rows.map((row) => ({ id: `said-${string(data.sayings[row[0]][0])}`, keys: keys(data.sayings[row[0]][7]), draw: (h) => line(h, "said", saidRow(row)) })),
    published: (rows) => rows.map((row) => ({ id: string(row[0]), keys: keys(row[9]), draw: (h) => line(h, "published", otherRow(row)) })),
    event: (rows) => rows.map((row) => ({ id: string(row[0]), keys: keys(row[9]), draw: (h) => line(h, "event", otherRow(row)) })),
    stand: (rows) => rows.map((row) => ({ id: string(row[0]), keys: keys(row[6]), draw: (h) => stand(h, row) })),
    claim: (rows) => rows.map((row) => ({ id: `figure-${string(row[0])}`, keys: keys(row[9]), draw: (h) => claim(h, row) })),
  };
  const list = (host) => lists[host.dataset.kind](data.lists[host.dataset.list] || []);
  return { make, tell, text, list, sheet: lists.sheet, sheets };
})();
