// The script of the report: draws the charts of the run embedded in the page, wakes the buttons.

import "./report.css";
import { coefficientChart } from "./charts/coefficients";
import { comparisonChart } from "./charts/comparison";
import { effectChart } from "./charts/effect";
import { calibrationChart, pairsChart, rocChart } from "./charts/diagnostics";
import { pathChart } from "./charts/path";
import { scaleChart, targetChart } from "./charts/data";
import { shapeChart, shrinkageChart } from "./charts/shrinkage";
import { stabilityChart } from "./charts/stability";
import { tuningChart } from "./charts/tuning";
import { copyButtons } from "./copy";
import { openForPrint } from "./print";
import type { Run } from "./run";

const data = document.getElementById("run")?.textContent;
if (data) {
  const run = JSON.parse(data) as Run;
  for (const chart of [
    targetChart,
    scaleChart,
    pathChart,
    tuningChart,
    coefficientChart,
    comparisonChart,
    stabilityChart,
    effectChart,
    shrinkageChart,
    shapeChart,
    pairsChart,
    rocChart,
    calibrationChart,
  ]) {
    chart(run);
  }
}
copyButtons();
openForPrint();
