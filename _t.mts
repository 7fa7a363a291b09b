import { openApp } from "./electron/app.ts";
import { mkdtempSync, writeFileSync } from "node:fs";
const dataFolder = mkdtempSync("/tmp/p/rights/x-");
const o = openApp({ dataFolder, isTraining: true, today: "2012-04-16" }); if (!o.ok) throw o.error;
const app = o.value; const t=(l:string,f:()=>Promise<any>)=>{const s=performance.now();return f().then(r=>{console.log(l,Math.round(performance.now()-s));return r})};
const f = await app.answer("find-clients",{text:"gallagher"}) as any; const id=f.value.groups[0].clients[0].id;
const s = await t("sa",()=>app.answer("subject-access",{clientId:id})) as any; if(!s.ok) console.log(s);
for (const x of s.value.files) { console.log(x.name,x.text.length); writeFileSync("/tmp/p/rights/out."+x.name.split(".").at(-1), x.text); }
const a = await app.answer("find-clients",{text:"oyelaran"}) as any; const aid=a.value.groups[0].clients[0].id;
const s2 = await t("sa agnes",()=>app.answer("subject-access",{clientId:aid})) as any; console.log(s2.value.files.map((x:any)=>x.text.length));
console.log(JSON.stringify(await t("lines",()=>app.answer("audit-lines",{filter:{},before:null}))).slice(0,600));
console.log(JSON.stringify(await t("line",()=>app.answer("audit-line",{lineId:1,after:0}))).slice(0,500));
console.log(JSON.stringify(await t("csv",()=>app.answer("export-audit",{filter:{from:"2012-04-01",to:"2030-01-01"},before:null}))).slice(0,700));
console.log(JSON.stringify(await t("erase",()=>app.answer("erase-client",{clientId:aid,reason:"request",ninoEnd:"004A"}))));
console.log(JSON.stringify(await app.answer("open-client",{clientId:aid})));
app.close();
