// Holds the GeoJSON files named on the command line against RFC 7946; says of each what is wrong with it.

import { readFileSync } from "node:fs";

import { getIssues } from "@placemarkio/check-geojson";

let wrong = 0;
for (const name of process.argv.slice(2)) {
  for (const issue of getIssues(readFileSync(name, "utf8"))) {
    wrong += 1;
    console.log(`${name}: ${issue.severity}: ${issue.message} (at ${issue.from})`);
  }
}
process.exitCode = wrong ? 1 : 0;
