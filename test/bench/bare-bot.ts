import { Telegraf } from 'telegraf';

/** The least that a bot on telegraf can do: every press edits its message and is acknowledged. */
const [token = '', apiRoot = ''] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot } });
const keyboard = { inline_keyboard: [[{ text: 'bấm', callback_data: 'press' }]] };
let presses = 0;

bot.on('text', (context) => context.reply('0', { reply_markup: keyboard }));
bot.on('callback_query', async (context) => {
  presses += 1;
  await context.editMessageText(`${presses}`, { reply_markup: keyboard });
  await context.answerCbQuery();
});
void bot.launch();
