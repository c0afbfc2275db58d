// The first line is {name: code}; each further one is [name, event] and is answered by one line.
const vm = require('vm');
const contexts = {};

function load(code) {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(code, context);
  return context;
}

function run(context, event) {
  try {
    context.event = JSON.stringify(event);
    return { result: JSON.parse(vm.runInContext('JSON.stringify(handler(JSON.parse(event)))', context)) };
  } catch (error) {
    return { error: String(error) };
  }
}

let loaded = false;
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (loaded) {
    process.stdout.write(JSON.stringify(run(contexts[message[0]], message[1])) + '\n');
  } else {
    for (const name in message) contexts[name] = load(message[name]);
    loaded = true;
  }
});
