/** How a claim or a question was read, as lines for a terminal. */
import type { ExplainedReading, ExplainedClaim } from '../service/service.js';

/** The variable, then a line each name; what there is no question for says why. */
export function explanationLines({ variable, roles, refused }: ExplainedReading): readonly string[] {
  const first = variable ? [`by ${variable.name}: ${variable.why}`] : [];
  const refusal = refused === null ? [] : [`not worked out: ${refused}`];
  const others = roles.filter((r) => r.role !== 'variable' || r.name !== variable?.name);
  return [...first, ...refusal, ...others.map((r) => `${r.name} (${r.role}): ${r.why}`)];
}

/** The same, with the readings that were tried, which of them decided, and why the claim is not underlined. */
export function claimLines(e: ExplainedClaim): readonly string[] {
  const tried = e.tried.map(({ reading, verdict }) => `tried ${reading}: ${verdict}`);
  const decided = e.decided === null ? 'no reading decides' : `decided ${e.decided}`;
  const mark = e.notUnderlined === null ? 'underlined' : `not underlined: ${e.notUnderlined}`;
  return [...explanationLines(e), ...tried, decided, mark];
}
