/** A function and its derivative as one plot. */
import { done, type Steps } from '../steps.js';
import type { Curve, Plot } from '../protocol.js';
import type { Interval, RealFunction } from './interval.js';
import { commonRange, yRange } from './range.js';
import { sampleInSteps, type Samples } from './sample.js';
import { chooseWindowInSteps, TRIGONOMETRIC_WINDOW, USUAL_WINDOW } from './window.js';

export interface PlotOptions {
  /** The plain name of the variable, for the axis. */
  readonly variable: string;
  /** Plain names of the curves: "f(x)", "f′(x)" unless told. */
  readonly names?: readonly [main: string, derivative: string];
  /** The window, where the reader chose one. */
  readonly x?: Interval;
  /** A trigonometric function: the axis counts in π, and the usual window is [−2π, 2π]. */
  readonly trigonometric?: boolean;
  readonly singularities?: readonly number[];
  /** Values that parameters were given: "a = 1, n = 2". */
  readonly parameters?: string;
  /** The most evaluations of each function; 4,000 unless told. */
  readonly evaluations?: number;
}

/** Samples a function, and its derivative where there is one, over a window that shows what they do. */
export function samplePlot(f: RealFunction, derivative: RealFunction | null, options: PlotOptions): Plot {
  return done(samplePlotInSteps(f, derivative, options));
}

/** The same in steps: a value of a function at a time. */
export function* samplePlotInSteps(
  f: RealFunction,
  derivative: RealFunction | null,
  options: PlotOptions,
): Steps<Plot> {
  const usual = options.trigonometric ? TRIGONOMETRIC_WINDOW : USUAL_WINDOW;
  const x = options.x ?? (yield* chooseWindowInSteps(f, usual));
  const settings = {
    x,
    singularities: options.singularities ?? [],
    evaluations: options.evaluations ?? 4000,
  };
  const [name, primed] = options.names ?? [`f(${options.variable})`, `f′(${options.variable})`];
  const curves = [curve(name, 'function', yield* sampleInSteps(f, settings))];
  if (derivative) curves.push(curve(primed, 'derivative', yield* sampleInSteps(derivative, settings)));
  const [main, other] = curves.map((c) => yRange(c, x));
  return {
    variable: options.variable,
    x,
    y: commonRange(main ?? null, other ?? null, (curves[1]?.poles.length ?? 0) > 0),
    curves,
    parameters: options.parameters ?? '',
    xUnit: options.trigonometric ? 'pi' : 'one',
  };
}

const curve = (name: string, role: Curve['role'], { runs, dots, poles }: Samples): Curve => ({
  name,
  role,
  runs,
  dots,
  poles,
});
