// SPDX-License-Identifier: GPL-3.0-or-later
// Runs telegram-test-api on loopback until its standard input closes.    node server.js PORT
const TelegramServer = require('telegram-test-api');

const server = new TelegramServer({port: Number(process.argv[2]), host: '127.0.0.1', storeTimeout: 3600});
server.start().then(
    () => console.log('ready'),
    (error) => {
        console.error(String(error));
        process.exit(1);
    });
process.stdin.on('end', () => process.exit(0)).resume();
