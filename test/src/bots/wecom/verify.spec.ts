import crypto from '@wecom/crypto';
import { expect } from 'chai';
import {
  CallbackRefused,
  openSealed,
  sealWords,
  signatureOf,
} from '@zhiyu/bots/wecom/wecom.verify';
import { readXml, textIn, xmlOf } from '@zhiyu/bots/wecom/wecom.xml';
import { documented, keys, vectors } from './vectors.js';

const random = Buffer.from('0123456789abcdef');
const stamp = { timestamp: '1700000000', nonce: 'nonce0001' };

function sealedBy(encrypted: string): string {
  const signature = signatureOf(keys.token, stamp, encrypted);
  return openSealed(keys, { ...stamp, signature }, encrypted);
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof CallbackRefused ? error.reason : 'another error';
  }
  return 'nothing was refused';
}

describe('WeCom’s callback encryption', () => {
  for (const [name, vector] of Object.entries(vectors)) {
    it(`opens and makes the vector ${name}`, () => {
      const { timestamp, nonce, signature, encrypt, plaintext } = vector;
      expect(openSealed(keys, { timestamp, nonce, signature }, encrypt)).to.equal(plaintext);
      const made = sealWords(keys, plaintext, { timestamp, nonce }, random);
      expect(made).to.deep.equal({ encrypted: encrypt, signature });
    });
  }

  it('opens the worked example of the developer documents', () => {
    const { stamp: at, signature, encrypt } = documented;
    const xml = readXml(openSealed(documented.keys, { ...at, signature }, encrypt));
    expect([textIn(xml, 'Content'), textIn(xml, 'MsgId')]).to.deep.equal([
      'hello',
      '4561255354251345929',
    ]);
  });

  it('refuses a wrong signature, whatever its length', () => {
    const { timestamp, nonce, encrypt, signature } = vectors.press;
    for (const wrong of ['', '0', signature.toUpperCase(), `${signature}0`, signature.slice(1)]) {
      const of = { timestamp, nonce, signature: wrong };
      expect(refusal(() => openSealed(keys, of, encrypt))).to.equal('signature');
    }
  });

  it('refuses the words for another company although they are signed', () => {
    const encrypted = crypto.encrypt(keys.aesKey, '你好', 'wwsomebodyelse0000', random);
    expect(refusal(() => sealedBy(encrypted))).to.equal('receiver');
    expect(refusal(() => sealedBy(crypto.encrypt(keys.aesKey, '你好', '', random)))).to.equal(
      'receiver',
    );
  });

  it('refuses broken padding, length and base64 although they are signed', () => {
    const whole = Buffer.from(vectors.press.encrypt, 'base64');
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(whole.length - 33) ^ 0x01, whole.length - 33);
    expect(refusal(() => sealedBy(flipped.toString('base64')))).to.equal('padding');
    expect(refusal(() => sealedBy(whole.subarray(0, -16).toString('base64')))).to.equal(
      'ciphertext',
    );
    expect(refusal(() => sealedBy(whole.subarray(0, -32).toString('base64')))).to.be.oneOf([
      'padding',
      'length',
      'receiver',
    ]);
    expect(refusal(() => sealedBy('not base64!'))).to.equal('ciphertext');
    expect(refusal(() => sealedBy(''))).to.equal('ciphertext');
  });

  it('opens what @wecom/crypto encrypts and the other way round, at every length of padding', () => {
    for (let length = 0; length <= 64; length++) {
      const words = `王${'x'.repeat(length)}`;
      expect(sealedBy(crypto.encrypt(keys.aesKey, words, keys.corpId))).to.equal(words);
      const { encrypted, signature } = sealWords(keys, words, stamp);
      expect(crypto.decrypt(keys.aesKey, encrypted)).to.include({
        message: words,
        id: keys.corpId,
      });
      expect(crypto.getSignature(keys.token, stamp.timestamp, stamp.nonce, encrypted)).to.equal(
        signature,
      );
    }
  });
});

describe('WeCom’s XML', () => {
  it('reads CDATA, entities and repeated elements, and nothing that reaches outside', () => {
    const xml = readXml(
      '<?xml version="1.0"?><xml><A><![CDATA[<b>]]></A><A>&lt;&#20320;&gt;</A></xml>',
    );
    expect(xml.children.map(({ text }) => text)).to.deep.equal(['<b>', '<你>']);
    for (const bad of [
      '<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>&a;</xml>',
      '<xml><A></xml>',
      '<xml></xml><xml></xml>',
      'words',
      `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`,
    ]) {
      expect(
        refusal(() => readXml(bad)),
        bad.slice(0, 30),
      ).to.equal('xml');
    }
  });

  it('writes a text that holds the end of CDATA so that it comes back whole', () => {
    const words = 'a]]>b';
    expect(
      textIn(readXml(`<xml>${xmlOf('main_title', { title: words })}</xml>`).children[0], 'Title'),
    ).to.equal(words);
  });
});
