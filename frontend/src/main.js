/** The front end of a Siaga page: connect, draw, stay connected. */

import { Comms } from './comm.js';
import { Connection } from './connection.js';
import { Dropped, Kernel } from './kernel.js';
import { endKernelWithPage } from './leaving.js';
import { Manager } from './manager.js';
import { Page } from './page.js';
import './app.css';

/** A load cut short by a lost connection is tried again as often as it takes.
 * @param {Manager} manager @param {Kernel} kernel */
async function loadPatiently(manager, kernel) {
  for (;;) {
    try {
      return await manager.load();
    } catch (error) {
      if (!(error instanceof Dropped)) throw error;
      await kernel.untilConnected();
    }
  }
}

/** @param {Manager} manager @param {Kernel} kernel @param {number} since */
async function resume(manager, kernel, since) {
  let remembered = true;
  try {
    remembered = await manager.resync();
  } catch (error) {
    if (error instanceof Dropped) throw error;
    console.warn(error);
  }
  if (remembered) kernel.settle(since);
  return remembered;
}

/** @param {Page} page @param {Connection} connection @param {Kernel} kernel */
async function draw(page, connection, kernel) {
  const manager = new Manager(new Comms(kernel));
  await connection.start();
  await kernel.untilConnected();
  await loadPatiently(manager, kernel);
  connection.resume = (since) => resume(manager, kernel, since);
  await Promise.all(page.slots.map((place) => manager.mount(place)));
  await manager.whenDrawn();
  connection.loaded = true;
  page.loading.hidden = true;
  if (connection.state === 'online') page.mark('ready');
  page.tell('ready');
}

/** @param {Page} page */
function begin(page) {
  const { config } = page;
  const kernel = new Kernel(config.baseUrl, config.kernelId);
  const connection = new Connection(page, kernel);
  endKernelWithPage(page, config);
  return draw(page, connection, kernel).catch((error) => {
    console.error(error);
    connection.giveUp();
  });
}

function start() {
  const page = new Page();
  page.mark('loading');
  try {
    return begin(page);
  } catch (error) {
    page.fail();
    throw error; // the console says why
  }
}

start();
