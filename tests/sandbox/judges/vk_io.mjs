// SPDX-License-Identifier: GPL-3.0-or-later
// An unmodified third-party client (npm vk-io) runs a community against the sandbox. The test (vk_judge_test.cpp) plays
// the customer and reads what this prints: one JSON object a line.
// usage: node vk_io.mjs NODE_MODULES URL TOKEN
import {Agent} from 'node:http';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const [modules, url, token] = process.argv.slice(2);
const {VK, APIError} = createRequire(resolve(modules, 'x.js'))('vk-io');
const tell = (event, rest = {}) => console.log(JSON.stringify({event, ...rest}));
const picture = Buffer.from(process.env.PICTURE, 'base64');

// The sandbox speaks plain http on loopback; everything else is as it comes.
const vk = new VK({token, apiBaseUrl: `${url}/method`, agent: new Agent({keepAlive: true}), apiLimit: 20, apiWait: 100,
    pollingWait: 100});
vk.callbackService.onCaptcha(async (payload, retry) => {
    tell('captcha', {sid: payload.sid, image: payload.src});
    await retry('q9kd');
});

const answers = {
    'start': context => context.send('Welcome'),
    'quote me': context => context.reply('quoted'),
    'picture, please': context => context.sendPhotos({value: picture}, {message: 'Here'}),
    'bill, please': context => context.sendDocuments({value: Buffer.from('%PDF-1.4 bill'), filename: 'bill.pdf'}),
    'think': async context => {
        await context.setActivity();
        const sent = await context.send('first thought');
        await sent.editMessage({message: 'second thought'});
        await vk.api.messages.markAsRead({peer_id: context.peerId, mark_conversation_as_read: true});
        tell('thought');
    },
    'regret': async context => {
        const sent = await context.send('oops');
        await sent.deleteMessage({delete_for_all: true});
        tell('regretted');
    },
    'captcha': context => context.send('not a robot'),
    'too long': async context => {
        try {
            await context.send('x'.repeat(4097));
        } catch (error) {
            tell('long', {code: error.code, vk: error instanceof APIError});
        }
    },
    'bye': async () => {
        await vk.updates.stop();
        tell('stopped');
    },
};

vk.updates.on('message_new', async context => {
    if (context.hasAttachments('photo')) {
        const [photo] = context.getAttachments('photo');
        const answer = await fetch(photo.largeSizeUrl ?? photo.sizes.at(-1).url);
        tell('photo', {bytes: (await answer.arrayBuffer()).byteLength});
    }
    await answers[context.text]?.(context);
});
vk.updates.on('message_edit', context => context.isInbox && tell('edited', {text: context.text}));
vk.updates.on('message_reply', context => tell('reply', {text: context.text}));
vk.updates.on('message_typing_state', context => tell('typing', {from: context.fromId}));
vk.updates.on('message_deny', async context => {
    try {
        await vk.api.messages.send({peer_id: context.userId, message: 'still there?', random_id: 77});
    } catch (error) {
        tell('refused', {code: error.code});
    }
});
vk.updates.on('wall_reply_new', async context => {
    if (context.fromId < 0)
        return;
    const answer = await vk.api.wall.createComment({owner_id: context.ownerId, post_id: context.objectId,
        from_group: -context.ownerId, reply_to_comment: context.id, message: 'We look into it', guid: `c${context.id}`});
    tell('commented', {comment: answer.comment_id});
});

try {
    const {groups: [group]} = await vk.api.groups.getById({});
    const ticked = Object.fromEntries(['message_new', 'message_reply', 'message_edit', 'message_deny',
        'message_typing_state', 'wall_reply_new'].map(type => [type, 1]));
    await vk.api.groups.setLongPollSettings({group_id: group.id, enabled: 1, api_version: '5.199', ...ticked});
    await vk.updates.start();
    tell('started', {name: group.name});
} catch (error) {
    tell('failed', {words: String(error)});
}
process.on('unhandledRejection', error => tell('failed', {words: String(error)}));
