import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

const banned = [
  ...[
    'عرة',
    'فأر',
    'إلحاد',
    '口交',
    'セックス',
    'ابن كلب',
    'كلب',
    'عاهر',
    'idiot',
    'احتيال',
    'spammer',
  ],
];

let desk: ModeratedService;
let articleId: string;

beforeAll(async () => {
  desk = await startModerated({ banned, reservedNames: ['Maqal Staff'], pace: null });
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

let number = 0;
const statusOf = async (body: string, authorName = 'قارئة') => {
  number += 1;
  const authorEmail = `reader${number}@example.org`;
  const { comment } = await sendComment(desk.service, articleId, { body, authorName, authorEmail });
  return comment?.status;
};

describe('a comment with a banned word', () => {
  it.each(['يا كلب', 'يا الكَـلب', 'يا كلللب', 'يا ك\u200Dلب', 'يا ﻛﻠﺐ', 'يا ابن الكلب', 'IDIOT!'])(
    'is rejected where the word is as it is listed: %s',
    async (body) => {
      expect(await statusOf(body)).toBe('REJECTED');
    },
  );

  it.each([
    'طرق جبلية وعرة تربط القريتين',
    'تقنية الفار ألغت الهدف',
    'الركود الحاد يضرب الأسواق',
    '24口交换机坏了',
    'サセックス公爵が来日した',
    'يا عاہر',
    'يا ڪلب',
    'you idiоt',
    'you 🅸🅳🅸🅾🆃',
    'you id/iot',
    'you ɩdiot',
    'you idi๐t',
    'you spaмmer',
    'YOU SΡΑΜΜΕR',
    'you 🆂🅿🅰🅼🅼🅴🆁',
    'هذا احت يال',
  ])('waits for a person where it may be another: %s', async (body) => {
    expect(await statusOf(body)).toBe('PENDING');
  });

  it.each(['كلمة عن المكلبة', 'انقلب الجو', 'كل باب مفتوح', 'عكس الاتجاه', 'Bristol B2B'])(
    'is public where it only shares letters: %s',
    async (body) => {
      expect(await statusOf(body)).toBe('APPROVED');
    },
  );
});

describe('a comment with links', () => {
  it('is public where a full stop only lacks its space', async () => {
    const body = 'Great article.me and my wife agree.live long.news is good';
    expect(await statusOf(body)).toBe('APPROVED');
  });

  it.each([
    'اربح الآن casino1.sa casino2.eg casino3.ae casino4.qa',
    'موقع.شبكة ثم متجر.امارات ثم بيت.شبكة',
    '[a](//evil.page) ftp://b.example https:\\\\c.page',
    'casino (dot) com, poker [.] net and bets {dot} org',
    'see..casino.com and...poker.net and ...bets.org',
    'casino·com poker•net bets・org',
    'casino。рф and poker。рф and bets。рф',
  ])('waits where they are more than the rules allow: %s', async (body) => {
    expect(await statusOf(body)).toBe('PENDING');
  });
});

describe('a comment under a reserved name', () => {
  it.each(['ᴍᴀǫᴀʟ ꜱᴛᴀꜰꜰ', '🅜aqal Staff', 'M4qal 5taff'])(
    'waits where it is written with symbols and digits: %s',
    async (name) => {
      expect(await statusOf('مرحبا', name)).toBe('PENDING');
    },
  );

  it.each(['The Maqal Staff', 'Mr Mаqal Staff', 'من فريق التحرير', 'السيد فريق التحرير'])(
    'waits behind an article or a title too: %s',
    async (name) => {
      const { article } = await writeArticle(desk.service, { byline: 'فريق التحرير' });
      const { comment } = await sendComment(desk.service, article.id, {
        ...{ authorName: name, body: `رأي ${name}`, authorEmail: 'name@example.org' },
      });
      expect(comment?.status).toBe('PENDING');
    },
  );
});

describe('the same words again', () => {
  it('are public from two readers of one network, and wait from one', async () => {
    expect(await statusOf('أحسنتم والله')).toBe('APPROVED');
    expect(await statusOf('أحسنتم والله')).toBe('APPROVED');
    const body = 'أتفق مع الكاتب';
    const { receipt } = await sendComment(desk.service, articleId, {
      body,
      authorEmail: 'a@a.example',
    });
    const again = { body, authorEmail: 'b@b.example', receipt };
    expect((await sendComment(desk.service, articleId, again)).comment?.status).toBe('PENDING');
  });

  it('wait from one network where they are more than five', async () => {
    const body = 'اشتركوا الآن في القناة لتربحوا الجائزة الكبرى مجانا';
    expect(await statusOf(body)).toBe('APPROVED');
    expect(await statusOf(body)).toBe('PENDING');
  });
});
