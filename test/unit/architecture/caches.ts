/** What outlives the work that fills it: collections of a module, and of the parts that live as long as the process. */

/** Parts whose objects live as long as the process; elsewhere they go with the work that they were made for. */
const LONG_LIVED = /^(?:service|editor)\//;

/** The lines of a source that make such a collection. What is typed as for reading only is filled where it is made. */
export function collectionsIn(file: string, text: string): readonly string[] {
  return text
    .split('\n')
    .filter(
      (line) => OF_MODULE.test(line) || WALK.test(line) || (LONG_LIVED.test(file) && OF_OBJECT.test(line)),
    );
}

/** A table in capitals that is made with what it holds is not filled later. */
const OF_MODULE =
  /^(?:export )?(?:const|let) (?:[a-z]\w*(?:: (?!Readonly)[^=]*)? = new (?:Map|Set|WeakMap|Recent)\b|\w+(?:: (?!Readonly)[^=]*)? = new (?:Map|Set|WeakMap|Recent)(?:<.*>)?\(\);$)/;
/** A walk remembers every node that it has seen: one of a module would do so for ever. */
const WALK = /^(?:export )?const \w+(?:: [^=]*(?:=>[^=]*)?)? = (?:bottomUp|topDown)\(/;
const OF_OBJECT =
  /^ {2}(?:private |static )*(?:readonly )?#?\w+(?:: (?!Readonly)[^=]*)? = new (?:Map|Set|WeakMap|Recent|Verdicts)\b.*;$/;
