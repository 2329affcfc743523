'use strict';

// Feeds blocks to bcoin 1.0.2 and tells what it thinks of them, as one line of JSON on standard output.
//
//   node judge.js DIR FILE
//
// DIR holds bcoin's node_modules. FILE holds blocks in hexadecimal, one a line, height 1 first.
// The program stops at the first block that bcoin refuses.

const fs = require('fs');
const path = require('path');
const {createRequire} = require('module');

const [dir, file] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(dir), 'package.json'));

// Pure JavaScript, no database: what is compiled does not build on today's Node.
process.env.NODE_BACKEND = 'js';
const leveldown = createRequire(load.resolve('bdb')).resolve('leveldown');
require.cache[leveldown] = {id: leveldown, filename: leveldown, loaded: true, exports: class {}};

const {Chain, FullNode, Network} = load('bcoin');

// bcoin is older than regtest's rules of today: there, all soft forks hold from the first block.
const network = Network.get('regtest');
network.block.bip34height = 1;
network.block.bip65height = 1;
network.block.bip66height = 1;
const ACTIVE = 3;
const getState = Chain.prototype.getState;
Chain.prototype.getState = function (prev, deployment) {
  const isRule = deployment.name === 'csv' || deployment.name === 'segwit';
  return isRule ? Promise.resolve(ACTIVE) : getState.call(this, prev, deployment);
};

async function judge() {
  const node = new FullNode({network: 'regtest', memory: true, listen: false, 'http-port': 0, 'http-host': '127.0.0.1'});
  await node.chain.open();
  let refused = null;
  for (const hex of fs.readFileSync(file, 'ascii').trim().split('\n')) {
    refused = await submit(node, hex);
    if (refused !== null)
      break;
  }
  const tip = node.chain.tip;
  console.log(JSON.stringify({height: tip.height, tip: tip.rhash(), refused}));
  process.exit(0);
}

async function submit(node, hex) {
  try {
    const answer = await node.rpc.submitBlock([hex], false);
    return answer === null ? null : String(answer);
  } catch (e) {
    return e.message;
  }
}

judge().catch((e) => {
  console.error(e.stack);
  process.exit(1);
});
