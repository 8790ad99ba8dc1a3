// Reads a JSON list of texts from standard input, parses each with Mermaid's own parser, and prints a JSON list of what
// was found: nodes, links and groups of each, or the error. It draws nothing, and needs no browser.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!DOCTYPE html><body></body>");
// What Mermaid looks for in a browser: the window, and the document that its sanitiser makes elements in.
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

async function parsed(text) {
  try {
    await mermaid.parse(text);
    const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const vertices = db.getVertices();
    return {
      type,
      nodes: [...vertices.values()].map(({ id, text: label, classes }) => ({ id, label: label ?? "", classes })),
      links: db.getEdges().map(({ start, end, text: label }) => ({ start, end, label: label ?? "" })),
      groups: db.getSubGraphs().map(({ id, title, nodes }) => ({ id, label: title ?? "", nodes })),
    };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

let given = "";
for await (const piece of process.stdin) given += piece;
const found = [];
for (const text of JSON.parse(given)) found.push(await parsed(text));
process.stdout.write(JSON.stringify(found));
