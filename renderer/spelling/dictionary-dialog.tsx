import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import type { OfficeWord } from "../../shared/spelling/spelling.ts";
import { foldName, isBlank } from "../../shared/text.ts";
import { Refusal } from "../entry/refusal.tsx";
import { ask, queryClient, useRequest } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import type { MenuItem } from "../ui/menu-bar.tsx";
import { WordList } from "./word-list.tsx";

/** Function > Dictionary…: its menu item and its window; `onChanged` is told once the words are others. */
export function useDictionary(onChanged: () => void = () => undefined): {
  readonly item: MenuItem;
  readonly dialog: ReactNode;
} {
  const [isOpen, setIsOpen] = useState(false);
  return {
    item: { id: "dictionary", label: "Dictionary…", onSelect: () => setIsOpen(true) },
    dialog: isOpen && <DictionaryDialog onChanged={onChanged} onClose={() => setIsOpen(false)} />,
  };
}

/** As long as the contract takes; a longer file is not read. */
const LONGEST_LIST = 1_000_000;
const WORD_CHARACTERS = 60;
const NO_WORDS: readonly OfficeWord[] = [];

interface DictionaryProps {
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** The office's dictionary (¶110): its words can be found, added, removed, imported and exported. */
function DictionaryDialog({ onChanged, onClose }: DictionaryProps) {
  const list = useRequest("list-words", {});
  const words = list.data?.words ?? NO_WORDS;
  const { typed, setTyped, shown, chosen, choose, showAll } = useChoice(words);
  const [isRemoving, setIsRemoving] = useState(false);
  const acts = useActs(onChanged);
  if (isRemoving && chosen) {
    const answer = (isWanted: boolean) => {
      setIsRemoving(false);
      if (isWanted) void acts.remove(chosen);
    };
    return <RemoveDialog word={chosen.word} onAnswer={answer} />;
  }
  const add = async () => {
    const added = await acts.add(typed);
    if (added) showAll(added);
  };
  const isEmpty = words.length === 0;
  return (
    <Dialog
      title="Dictionary"
      onClose={onClose}
      actions={[
        ...fileActions(acts, isEmpty),
        { name: "Remove", off: chosen ? undefined : "no word is selected.", onPress: () => setIsRemoving(true) },
        { name: "Close", isMain: true, onPress: onClose },
      ]}
    >
      <p>Words that the spelling check takes as right, for every adviser of this office.</p>
      <AddWord {...{ typed, words }} onType={setTyped} onAdd={add} />
      <p className="cap quiet">{countInWords(shown.length, words.length)}</p>
      <WordList
        {...{ words: shown, chosenId: chosen?.id ?? null }}
        empty={isEmpty ? "No word has been added yet" : "No word like this"}
        onChoose={choose}
      />
      <Outcome {...acts} listError={list.error?.error} />
    </Dialog>
  );
}

function fileActions({ chooseFile, exportAll }: ReturnType<typeof useActs>, isEmpty: boolean) {
  const off = isEmpty ? "there is no word to export." : undefined;
  return [
    { name: "Import…", onPress: chooseFile },
    { name: "Export…", off, onPress: () => void exportAll() },
  ];
}

/** What is typed, the words that it finds, and the one of them that is chosen. */
function useChoice(words: readonly OfficeWord[]) {
  const [typed, setTyped] = useState("");
  const [chosenId, choose] = useState<string | null>(null);
  const shown = useMemo(() => wordsLike(words, typed), [words, typed]);
  const showAll = (id: string) => {
    setTyped("");
    choose(id);
  };
  return { typed, setTyped, shown, chosen: shown.find(({ id }) => id === chosenId), choose, showAll };
}

interface AddWordProps {
  readonly typed: string;
  readonly words: readonly OfficeWord[];
  readonly onType: (typed: string) => void;
  readonly onAdd: () => Promise<void>;
}

/** One field to find a word, and to add it where it is not there. */
function AddWord({ typed, words, onType, onAdd }: AddWordProps) {
  const id = useId();
  const isKnown = words.some(({ word }) => word === typed.trim());
  const off = isBlank(typed) ? "type a word first." : isKnown ? "the word is there already." : undefined;
  return (
    <div className="dictionary-add">
      <label htmlFor={id}>Word</label>
      <input
        id={id}
        className="in"
        value={typed}
        maxLength={WORD_CHARACTERS}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (!off) void onAdd();
        }}
      />
      <ActionButton name="Add" off={off} onPress={() => void onAdd()} />
    </div>
  );
}

function RemoveDialog({ word, onAnswer }: { readonly word: string; readonly onAnswer: (isWanted: boolean) => void }) {
  return (
    <Dialog
      title="Remove word"
      onClose={() => onAnswer(false)}
      actions={[
        { name: "Remove", onPress: () => onAnswer(true) },
        { name: "Cancel", isMain: true, onPress: () => onAnswer(false) },
      ]}
    >
      <p>{`'${word}' is taken out of the office's dictionary. From then on it is asked about again.`}</p>
    </Dialog>
  );
}

type Said = { readonly said?: string; readonly refusal?: AppError };

type OutcomeProps = Pick<ReturnType<typeof useActs>, "said" | "refusal" | "file" | "importChosen"> & {
  readonly listError: AppError | undefined;
};

/** What came of the last act, and the field that has a list chosen. */
function Outcome({ said, refusal, listError, file, importChosen }: OutcomeProps) {
  const error = refusal ?? listError;
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".txt,.dic,text/plain"
        hidden
        aria-label="A list with one word a line"
        onChange={() => void importChosen()}
      />
      {said && <p role="status">{said}</p>}
      {error && <Refusal error={error} />}
    </>
  );
}

/** What the buttons do, and what came of it. */
function useActs(onChanged: () => void) {
  const [outcome, setOutcome] = useState<Said>({});
  const file = useRef<HTMLInputElement>(null);
  const done = async (said: string) => {
    onChanged();
    await queryClient.invalidateQueries({ queryKey: ["list-words"] });
    setOutcome({ said });
  };
  return {
    ...outcome,
    file,
    chooseFile: () => file.current?.click(),
    add: async (typed: string): Promise<string | undefined> => {
      const answer = await ask("add-word", { word: typed });
      if (!answer.ok) return void setOutcome({ refusal: answer.error });
      await done(`Added: ${answer.value.word}`);
      return answer.value.id;
    },
    remove: async ({ id, word }: OfficeWord) => {
      const answer = await ask("remove-word", { wordId: id });
      if (answer.ok) await done(`Removed: ${word}`);
      else setOutcome({ refusal: answer.error });
    },
    importChosen: async () => {
      const chosen = file.current?.files?.[0];
      if (!file.current || !chosen) return;
      // The same file may be chosen again.
      file.current.value = "";
      const outcome = await importFrom(chosen);
      if (outcome.isChanged) await done(outcome.said ?? "");
      else setOutcome(outcome);
    },
    exportAll: async () => {
      const answer = await ask("export-words", {});
      if (!answer.ok) return setOutcome({ refusal: answer.error });
      downloadList(answer.value.fileName, answer.value.list);
      announce(`Exported: ${answer.value.fileName}`);
    },
  };
}

async function importFrom(file: File): Promise<Said & { readonly isChanged?: boolean }> {
  const list = file.size > LONGEST_LIST ? undefined : await file.text();
  if (list === undefined) return { said: "The file is too long for a list of words. Nothing was added." };
  const answer = await ask("import-words", { list });
  return answer.ok ? { said: importInWords(answer.value), isChanged: true } : { refusal: answer.error };
}

function importInWords(outcome: { added: number; known: number; linesLeftOut: readonly number[] }): string {
  const { added, known, linesLeftOut } = outcome;
  const parts = [`${added.toLocaleString("en-GB")} added`, `${known.toLocaleString("en-GB")} there already`];
  const first = linesLeftOut.slice(0, MOST_LINES).join(", ");
  const more = linesLeftOut.length > MOST_LINES ? ` and ${linesLeftOut.length - MOST_LINES} more` : "";
  if (linesLeftOut.length > 0) parts.push(`left out, since they hold no single word: lines ${first}${more}`);
  return `${parts.join("; ")}.`;
}

const MOST_LINES = 10;

/** The words in which what was typed stands, those that begin with it first. */
function wordsLike(words: readonly OfficeWord[], typed: string): readonly OfficeWord[] {
  const wanted = foldName(typed);
  if (wanted === "") return words;
  const folded = words.map((word) => ({ word, folded: foldName(word.word) }));
  const beginning = folded.filter((entry) => entry.folded.startsWith(wanted));
  const within = folded.filter((entry) => !entry.folded.startsWith(wanted) && entry.folded.includes(wanted));
  return [...beginning, ...within].map(({ word }) => word);
}

function countInWords(shown: number, all: number): string {
  const count = `${all.toLocaleString("en-GB")} ${all === 1 ? "word" : "words"}`;
  return shown === all ? count : `${shown.toLocaleString("en-GB")} of ${count}`;
}

/** How long a download may take to start before its address is given back. */
const KEPT_MS = 60_000;

function downloadList(fileName: string, list: string): void {
  const address = URL.createObjectURL(new Blob([list], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
