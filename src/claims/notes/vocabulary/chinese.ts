import type { Vocabulary } from './vocabulary.js';

/** Simplified and traditional. 误差 is a quantity, and no mistake. */
export const CHINESE: Vocabulary = {
  language: 'Chinese',
  mistakeBefore: /(?:错误|錯誤|误以为|誤以為|误认为|千万不要|不能写成)/u,
  notBefore: /(?:而非|而不是|并非|並非|不等于|不等於|不是)/u,
  noMistake: /(?:不是(?:很)?(?:难|難|常数|常數)|没有错误|沒有錯誤|不要忘记|错误率|而不是常数)/gu,
  mistakeAfter:
    /^[\s,，:：;；.。()（）*_–—-]*?(?:但)?(?:这|這|那)?(?:是)?(?:不对|不對|不成立|不正确|不正確|错的|錯的|错误的|錯誤的)/u,
  asksWhether: /(?:是否|吗|嗎|对不对|對不對)/u,
  asksWhich: /(?:下列|哪个|哪個|哪些|哪一)/u,
  denied: /^(?:答案是否定的|不是|不[,，。!！]|并不|並不|错[,，。!！]|这是错误的|這是錯誤的)/u,
  goesOn: /^\s*(?:乘以|乘|除以|加上|减去|減去|的\d*倍)/u,
};
