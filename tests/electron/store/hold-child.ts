import { holdFolder } from "../../../electron/store/hold-folder.ts";

const hold = holdFolder(process.argv[2] ?? "", "the child");
console.log(hold.ok ? "held" : hold.error.code);
setInterval(() => hold, 1_000);
