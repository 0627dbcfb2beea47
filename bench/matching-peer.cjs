/** The private set intersection that runs in WebAssembly, in a folder of its own: given sizes, seconds. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [folder, records, queries, bits] = process.argv.slice(2);
const PSI = createRequire(join(folder, 'index.js'))('@openmined/psi.js');

const measure = async () => {
  const psi = await PSI();
  const held = Array.from({ length: Number(records) }, (_, at) => `record ${at}`);
  const asked = Array.from({ length: Number(queries) }, (_, at) => `record ${at * 2}`);
  const start = performance.now();
  const server = psi.server.createWithNewKey(true);
  const setup = server.createSetupMessage(2 ** -Number(bits), asked.length, held, psi.dataStructure.GCS);
  const prepared = performance.now();
  const client = psi.client.createWithNewKey(true);
  const response = server.processRequest(client.createRequest(asked));
  const found = client.getIntersection(setup, response);
  const done = performance.now();
  const answer = {
    prepareSeconds: (prepared - start) / 1000,
    askSeconds: (done - prepared) / 1000,
    filterBytes: setup.serializeBinary().length,
    found: found.length,
  };
  process.stdout.write(JSON.stringify(answer));
};
void measure();
