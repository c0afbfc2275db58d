// node run.js FUNCTION.js < events.json > results.json, as CloudFront runs it: no eval, no Node API.
const vm = require('vm');
const fs = require('fs');
const events = JSON.parse(fs.readFileSync(0, 'utf8'));
const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
vm.runInContext(fs.readFileSync(process.argv[2], 'utf8'), context);
const results = events.map((event) => {
  context.event = JSON.stringify(event);
  return JSON.parse(vm.runInContext('JSON.stringify(handler(JSON.parse(event)))', context));
});
process.stdout.write(JSON.stringify(results));
