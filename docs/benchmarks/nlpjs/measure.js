// Trains NLP.js on sample phrasings and asks it questions: docs/performance.md says how and why.
// Usage: node measure.js IN.json OUT.json
//   in:  {"language": "pl", "rounds": 5, "warmUp": 5,
//         "phrasings": [{"topic": "time", "text": "..."}], "questions": ["..."]}
//   out: {"node", "seconds", "megabytes", "answers": [{"topic", "kept"}], "nanos": [...]}
//        topic: the first of its classifications; kept: whether it reaches NLP.js's own threshold
'use strict';

const fs = require('fs');
const { NlpManager } = require('node-nlp');

async function main(inFile, outFile) {
  const task = JSON.parse(fs.readFileSync(inFile, 'utf8'));
  const manager = new NlpManager({
    languages: [task.language],
    autoSave: false,
    // Nobody asks for a mood here, and it would count as NLP.js's time.
    calculateSentiment: false,
    nlu: { log: false },
  });
  for (const { topic, text } of task.phrasings) {
    manager.addDocument(task.language, text, topic);
  }
  const start = process.hrtime.bigint();
  await manager.train();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;

  const answers = [];
  for (const question of task.questions) {
    const { intent, classifications } = await manager.process(task.language, question);
    const topics = classifications.filter((each) => each.intent !== 'None');
    answers.push({ topic: topics.length ? topics[0].intent : '', kept: intent !== 'None' });
  }
  const nanos = [];
  for (let round = 0; round < task.warmUp + task.rounds; round += 1) {
    for (const question of task.questions) {
      const before = process.hrtime.bigint();
      await manager.process(task.language, question);
      const after = process.hrtime.bigint();
      if (round >= task.warmUp) {
        nanos.push(Number(after - before));
      }
    }
  }
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  const result = { node: process.version, seconds, megabytes, answers, nanos };
  fs.writeFileSync(outFile, JSON.stringify(result));
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
