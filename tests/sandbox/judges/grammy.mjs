// SPDX-License-Identifier: GPL-3.0-or-later
// An unmodified third-party bot client (npm grammy) runs a shop's bot against the sandbox. The test (judge_test.cpp) plays
// the customer and reads what this prints: one JSON object a line.
// usage: node grammy.mjs NODE_MODULES URL TOKEN
import {createRequire} from 'node:module';
import {resolve} from 'node:path';

const [modules, apiRoot, token] = process.argv.slice(2);
const {Bot, GrammyError, InputFile, InputMediaBuilder} = createRequire(resolve(modules, 'x.js'))('grammy');
const tell = (event, rest = {}) => console.log(JSON.stringify({event, ...rest}));

const bot = new Bot(token, {client: {apiRoot}});

bot.command('start', ctx => ctx.reply('Welcome'));
bot.on('message:photo', async ctx => {
    const file = await ctx.getFile();
    const answer = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
    tell('photo', {bytes: (await answer.arrayBuffer()).byteLength, size: file.file_size});
});
bot.on('edited_message:text', ctx => tell('edited', {text: ctx.editedMessage.text}));
bot.on('my_chat_member', async ctx => {
    tell('member', {status: ctx.myChatMember.new_chat_member.status});
    try {
        await ctx.api.sendMessage(ctx.chat.id, 'still there?');
    } catch (error) {
        tell('refused', {code: error.error_code, words: error.description, grammy: error instanceof GrammyError});
    }
});
bot.on('message:text', async ctx => {
    const words = ctx.message.text;
    if (words === 'quote me')
        await ctx.reply('*quoted*', {reply_parameters: {message_id: ctx.msg.message_id},
            entities: [{type: 'bold', offset: 0, length: 8}]});
    else if (words === 'picture, please')
        await ctx.replyWithPhoto(new InputFile(Buffer.from(process.env.PICTURE, 'base64'), 'p.png'), {caption: 'Here'});
    else if (words === 'album, please') {
        const picture = () => new InputFile(Buffer.from(process.env.PICTURE, 'base64'), 'p.png');
        const sent = await ctx.replyWithMediaGroup([InputMediaBuilder.photo(picture()), InputMediaBuilder.photo(picture())]);
        tell('album', {messages: sent.length});
    } else if (words === 'think') {
        await ctx.replyWithChatAction('typing');
        const sent = await ctx.reply('first thought');
        await ctx.api.editMessageText(ctx.chat.id, sent.message_id, 'second thought');
        await ctx.react('👍');
        tell('thought');
    } else if (words === 'hurry') {
        try {
            await ctx.reply('too fast');
        } catch (error) {
            tell('flood', {code: error.error_code, after: error.parameters.retry_after});
        }
    } else if (words === 'too long') {
        try {
            await ctx.reply('x'.repeat(4097));
        } catch (error) {
            tell('long', {code: error.error_code, words: error.description});
        }
    } else if (words === 'bye') {
        await bot.stop();
        tell('stopped');
    }
});
bot.catch(error => tell('failed', {words: String(error.error)}));
bot.start({onStart: me => tell('started', {name: me.username}), allowed_updates: ['message', 'edited_message', 'my_chat_member']});
