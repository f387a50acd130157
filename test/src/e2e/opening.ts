import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shoot } from './browser.js';
import { password } from './company.js';

const dialog = (page: Page) => page.getByRole('dialog');

/** Opens a one-time link and sets the own password. */
export async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: /，设一个密码$/ }).waitFor();
  expect(page.url(), 'the token leaves the address').not.to.include('t=');
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再写一遍').fill(password);
  await page.getByRole('button', { name: '存好并进入' }).click();
}

/** The administrator's first minutes. @returns the link for HR 许岚 */
export async function inviteHr(page: Page, link: string): Promise<string> {
  await setPassword(page, link);
  await page.getByRole('heading', { name: /^沈澜，还差 \d 件事$/ }).waitFor();
  await shoot(page, 'a02-first-run');
  await page.getByRole('link', { name: '请人' }).click();
  await page.getByRole('button', { name: '请人进来' }).click();
  await dialog(page).getByLabel('姓名').fill('许岚');
  await dialog(page).getByLabel('工作邮箱').fill('xulan@yunshan.example');
  await dialog(page).getByRole('button', { name: '生成登录链接' }).click();
  await dialog(page).getByRole('heading', { name: '给许岚的登录链接' }).waitFor();
  await shoot(page, 'a03-link-for-hr');
  return dialog(page)
    .getByText(/pages\/link\/index\?t=/)
    .innerText();
}

/** 零售店员 from its template, cut to so many questions and without follow-ups. */
export async function openPosition(page: Page, questions: number): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '岗位' }).click();
  await page.getByRole('button', { name: '开一个岗位' }).click();
  await dialog(page)
    .getByRole('radio', { name: /零售店员/ })
    .check();
  await dialog(page).getByLabel('要几个人').fill('2');
  await shoot(page, 'a05-template');
  await dialog(page).getByRole('button', { name: '就用这个' }).click();
  await page.getByRole('heading', { name: /^零售店员/ }).waitFor();
  await page.getByRole('button', { name: '面试安排' }).click();
  const out = page.getByRole('button', { name: '去掉' });
  while ((await out.count()) > questions) {
    await out.last().click();
  }
  await page.getByText(`${questions} 题，最多`, { exact: false }).waitFor();
  await page.getByLabel('一场最多追问').fill('0');
  await shoot(page, 'a06-plan');
  await page.getByRole('button', { name: '存成第 2 版' }).click();
  await page.getByText('第 2 版').first().waitFor();
}

/** A tracked link for a poster, with its QR code. @returns the address of the public page */
export async function makeLink(page: Page): Promise<string> {
  await page.getByRole('link', { name: '收简历' }).click();
  await page.getByRole('button', { name: '新链接和二维码' }).click();
  await dialog(page).getByLabel('来源').selectOption('qr');
  await dialog(page).getByLabel('叫什么').fill('湖滨店门口海报');
  await dialog(page).getByRole('button', { name: '做一个' }).click();
  const picture = page.getByRole('img', { name: '“湖滨店门口海报”的二维码' });
  await picture.waitFor();
  expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).to.be.above(50);
  const url = await dialog(page)
    .getByText(/pages\/apply/)
    .innerText();
  await shoot(page, 'a07-link');
  await dialog(page).getByRole('button', { name: '关闭' }).click();
  return url;
}
