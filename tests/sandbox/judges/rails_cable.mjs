// SPDX-License-Identifier: GPL-3.0-or-later
// Rails' own socket client (npm @rails/actioncable), unmodified, sits in an agent's room of the sandbox. The test
// (chatwoot_judge_test.cpp) plays the customer and reads what this prints: one JSON object a line.
// usage: node rails_cable.mjs NODE_MODULES URL PUBSUB_TOKEN ACCOUNT USER
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const [modules, url, token, account, user] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'x.js'));
// What a browser has and Node may not.
globalThis.WebSocket ??= require('ws');
globalThis.addEventListener ??= () => {};
globalThis.removeEventListener ??= () => {};
globalThis.document ??= {visibilityState: 'visible', createElement: () => ({})};
const {adapters, createConsumer} = require('@rails/actioncable');
adapters.WebSocket = globalThis.WebSocket;
const tell = (event, rest = {}) => console.log(JSON.stringify({event, ...rest}));

const consumer = createConsumer(url.replace(/^http/, 'ws') + '/cable');
const room = {channel: 'RoomChannel', pubsub_token: token, account_id: Number(account), user_id: Number(user)};
const subscription = consumer.subscriptions.create(room, {
    connected: () => {
        tell('connected');
        subscription.perform('update_presence');
    },
    disconnected: () => tell('disconnected'),
    rejected: () => tell('rejected'),
    received: ({event, data}) => tell(event, {
        id: data.id, content: data.content, who: data.user?.name, users: data.users, account: data.account_id}),
});
