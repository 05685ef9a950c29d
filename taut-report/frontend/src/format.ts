// Numbers on axes and beside lines, written as the Java side writes them in tables.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** This many significant digits, without trailing zeros; powers of ten outside 0.0001 … 10⁷. */
export function plain(value: number, digits = 3): string {
  if (value === 0) {
    return "0";
  }
  const rounded = Number(value.toPrecision(digits));
  const exponent = Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  if (exponent < -4 || exponent >= 7) {
    const mantissa = Number((rounded / 10 ** exponent).toPrecision(digits));
    const power = "10" + superscript(exponent);
    return mantissa === 1 ? power : mantissa === -1 ? "−" + power : minus(String(mantissa)) + "×" + power;
  }
  return minus(grouped(rounded.toFixed(Math.max(0, digits - 1 - exponent))));
}

export function percent(share: number): string {
  return Math.round(share * 100) + "\u202f%";
}

/** At most this many characters, with an ellipsis for the rest. */
export function short(name: string, limit: number): string {
  return name.length <= limit ? name : name.slice(0, limit - 1).trimEnd() + "…";
}

/** Name of a metric as a sentence writes it. */
export function metric(name: string): string {
  const names: Record<string, string> = { rmse: "RMSE", mae: "MAE", r2: "R²", auc: "AUC", mcc: "MCC" };
  return names[name] ?? name;
}

function grouped(digits: string): string {
  const trimmed = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
  const [whole = "", fraction] = trimmed.split(".");
  const parted = whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return fraction === undefined ? parted : parted + "." + fraction;
}

function minus(text: string): string {
  return text.replace("-", "−");
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((d) => SUPERSCRIPTS[Number(d)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}
