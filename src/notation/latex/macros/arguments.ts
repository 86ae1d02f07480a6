/** Commands that take arguments, so that a macro written as one without braces is one argument as a whole. */

const ONE =
  'sqrt mathbf mathrm mathbb mathcal mathsf mathtt mathit mathfrak mathscr mathnormal boldsymbol bm pmb operatorname ' +
  'text textbf textit textrm hat bar vec tilde dot ddot dddot check breve acute grave widehat widetilde overline ' +
  'underline overrightarrow overleftarrow boxed cancel phantom overbrace underbrace abs norm dd vb dv odv pdv';
const TWO = 'frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel';

const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ...ONE.split(' ').map((name) => [`\\${name}`, 1] as const),
  ...TWO.split(' ').map((name) => [`\\${name}`, 2] as const),
]);

/** Counts what the commands written so far still wait for. */
export class AwaitedArguments {
  private awaited = 0;
  private readonly outside: number[] = [];

  get any(): boolean {
    return this.awaited > 0;
  }

  pass(kind: 'command' | 'open' | 'close' | 'space' | 'character', text: string): void {
    if (kind === 'space') return;
    if (kind === 'open') this.enter();
    else if (kind === 'close') this.awaited = this.outside.pop() ?? 0;
    // \sqrt[3]{x}: what stands in brackets is no argument of these.
    else if (text === '[' && this.awaited > 0) this.enter(0);
    else if (text === ']' && this.outside.length > 0 && this.awaited === 0)
      this.awaited = this.outside.pop() ?? 0;
    else this.awaited = ARGUMENTS.get(text) ?? Math.max(0, this.awaited - 1);
  }

  private enter(taken = 1): void {
    this.outside.push(Math.max(0, this.awaited - taken));
    this.awaited = 0;
  }
}
