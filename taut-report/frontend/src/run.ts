// The run as the page embeds it: the Java records of dev.taut.run, component by component.
// A number that is not finite arrives as a string ("NaN", "Infinity"); charts leave such points out.

export type Real = number;
export type Maybe<T> = T | null;

export interface Run {
  readonly schema: "taut.run/1";
  readonly provenance: Provenance;
  readonly data: DataSummary;
  readonly findings: readonly Finding[];
  readonly objective: Objective;
  readonly path: PathSummary;
  readonly tuning: Maybe<Tuning>;
  readonly solution: Solution;
  readonly effect: Effect;
  readonly holdout: Maybe<Holdout>;
  readonly comparison: Maybe<Comparison>;
  readonly selection: Maybe<Selection>;
  readonly times: Times;
}

export interface Selection {
  readonly method: string;
  readonly selected: readonly string[];
  readonly stability: Maybe<Stability>;
}

export interface Stability {
  readonly threshold: number;
  readonly lambdas: readonly number[];
  readonly rows: readonly StableFeature[];
}

export interface StableFeature {
  readonly feature: string;
  readonly frequency: number;
  readonly selected: boolean;
  readonly curve: readonly number[];
}

export interface Provenance {
  readonly command: string;
  readonly settings: readonly { readonly name: string; readonly value: string; readonly origin: string }[];
  readonly seed: number;
  readonly dataName: string;
  readonly dataSha256: string;
  readonly reader: string;
  readonly version: string;
  readonly java: string;
}

export interface Statistics {
  readonly mean: Maybe<Real>;
  readonly sd: Maybe<Real>;
  readonly min: Maybe<Real>;
  readonly max: Maybe<Real>;
}

export interface ClassCount {
  readonly name: string;
  readonly rows: number;
}

export interface DataSummary {
  readonly rows: number;
  readonly trainRows: number;
  readonly holdoutRows: number;
  readonly target: {
    readonly name: string;
    readonly task: string;
    readonly classes: readonly ClassCount[];
    readonly statistics: Statistics;
    readonly histogram: { readonly edges: readonly Real[]; readonly counts: readonly number[] };
  };
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly role: string;
  readonly type: string;
  readonly encoding: string;
  readonly missing: number;
  readonly distinct: number;
  readonly statistics: Statistics;
  readonly levels: readonly ClassCount[];
}

export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly subject: string;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly string[];
}

export interface Objective {
  readonly task: string;
  readonly loss: string;
  readonly penalty: string;
  readonly l1Ratio: Real;
  readonly standardize: boolean;
  readonly intercept: boolean;
  readonly formula: string;
}

export interface Feature {
  readonly name: string;
  readonly source: string;
  readonly center: Real;
  readonly scale: Real;
}

export interface Certificate {
  readonly objective: Real;
  readonly relativeGap: Real;
  readonly violation: Real;
  readonly epochs: number;
  readonly converged: boolean;
}

export interface Knot {
  readonly lambda: Real;
  readonly active: number;
  readonly devianceExplained: Real;
  readonly l1Norm: Real;
  readonly certificate: Certificate;
  /** [output][feature] */
  readonly standardized: readonly (readonly Real[])[];
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
}

export interface PathSummary {
  readonly features: readonly Feature[];
  readonly omitted: number;
  readonly designColumns: number;
  readonly outputs: readonly string[];
  readonly lambdaMax: Real;
  readonly ended: string;
  readonly plan: string;
  readonly knots: readonly Knot[];
}

export interface Point {
  readonly lambda: Real;
  readonly mean: Real;
  readonly standardError: Real;
  readonly train: Real;
  readonly active: Real;
  readonly folds: readonly Real[];
}

export interface Tuning {
  readonly metric: string;
  readonly folds: number;
  readonly repeats: number;
  readonly scheme: string;
  readonly points: readonly Point[];
  readonly minimum: number;
  readonly oneStandardError: number;
  readonly chosen: number;
  readonly rule: string;
}

export interface Coefficient {
  readonly feature: string;
  readonly source: string;
  readonly output: string;
  readonly raw: Real;
  readonly standardized: Real;
  readonly ratio: Maybe<Real>;
  readonly selected: Maybe<Real>;
}

export interface Solution {
  readonly lambda: Real;
  readonly knot: number;
  readonly active: number;
  readonly deviance: Real;
  readonly nullDeviance: Real;
  readonly intercepts: readonly Real[];
  readonly coefficients: readonly Coefficient[];
  readonly leftOut: readonly string[];
  readonly neverIn: number;
}

export interface Effect {
  readonly metric: string;
  readonly rows: readonly {
    readonly label: string;
    readonly lambda: Maybe<Real>;
    readonly active: number;
    readonly train: Maybe<Real>;
    readonly crossValidated: Maybe<Real>;
    readonly standardError: Maybe<Real>;
    readonly holdout: Maybe<Real>;
    readonly note: string;
  }[];
  readonly shrinkage: Maybe<Shrinkage>;
}

export interface Shrinkage {
  readonly rows: readonly {
    readonly feature: string;
    readonly output: string;
    readonly unpenalised: Real;
    readonly chosen: Real;
  }[];
  readonly picture: Maybe<{
    readonly first: string;
    readonly second: string;
    readonly minimum: readonly Real[];
    readonly hessian: readonly Real[];
    readonly level: Real;
    readonly diamond: Real;
    readonly lasso: readonly Real[];
    readonly disc: Real;
    readonly ridge: readonly Real[];
  }>;
}

export interface Holdout {
  readonly rows: number;
  readonly metrics: readonly {
    readonly name: string;
    readonly value: Real;
    readonly noModel: Real;
    readonly better: string;
  }[];
  readonly classes: readonly {
    readonly name: string;
    readonly rows: number;
    readonly precision: Real;
    readonly recall: Real;
    readonly f1: Real;
  }[];
  readonly confusion: readonly (readonly number[])[];
  readonly pairs: readonly { readonly predicted: Real; readonly actual: Real }[];
  readonly calibration: readonly { readonly predicted: Real; readonly observed: Real; readonly rows: number }[];
  readonly roc: readonly { readonly falsePositiveRate: Real; readonly truePositiveRate: Real }[];
}

export interface Comparison {
  readonly metric: string;
  readonly folds: number;
  readonly baseline: string;
  readonly noModel: Real;
  readonly rows: readonly {
    readonly label: string;
    readonly l1Ratio: Real;
    readonly lambda: Maybe<Real>;
    readonly active: number;
    readonly mean: Maybe<Real>;
    readonly standardError: Maybe<Real>;
    readonly holdout: Maybe<Real>;
    readonly difference: Maybe<Real>;
    readonly differenceError: Maybe<Real>;
    readonly low: Maybe<Real>;
    readonly high: Maybe<Real>;
    readonly verdict: string;
  }[];
  readonly advice: readonly string[];
}

export interface Times {
  readonly started: string;
  readonly threads: number;
  readonly phases: readonly { readonly verb: string; readonly detail: string; readonly seconds: Real }[];
}

/** Whether a number is there and finite: what a chart can place. */
export function finite(value: Maybe<Real> | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
