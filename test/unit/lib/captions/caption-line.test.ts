import { readCaption } from '../../../../src/lib/captions';

describe('readCaption', () => {
  it.each([
    ['بلينكن في القاهرة (رويترز)', 'بلينكن في القاهرة', 'رويترز'],
    ['جانب من المعرض (الجزيرة نت - أرشيف)', 'جانب من المعرض', 'الجزيرة نت - أرشيف'],
    [
      'بلينكن (يمين) ونتنياهو (يسار) في القدس (الأناضول)',
      'بلينكن (يمين) ونتنياهو (يسار) في القدس',
      'الأناضول',
    ],
    ['صورة للميناء (أرشيف) (رويترز)', 'صورة للميناء (أرشيف)', 'رويترز'],
    ['متظاهرون في تونس ( الفرنسية )', 'متظاهرون في تونس', 'الفرنسية'],
    ['متظاهرون في تونس (الفرنسية)\u200F', 'متظاهرون في تونس', 'الفرنسية'],
    ['Blinken arrives in Cairo. (Reuters)', 'Blinken arrives in Cairo.', 'Reuters'],
    [
      'Aid trucks at Rafah [Mohammed Salem/Reuters]',
      'Aid trucks at Rafah',
      'Mohammed Salem/Reuters',
    ],
    [
      'The port (File: Mohammed Salem/Pool via Reuters)',
      'The port',
      'File: Mohammed Salem/Pool via Reuters',
    ],
    ['The port (AP Photo/Hatem Ali, File)', 'The port', 'AP Photo/Hatem Ali, File'],
    ['The port (file photo)', 'The port', 'file photo'],
    ['The port (Reuters (archive))', 'The port', 'Reuters (archive)'],
    ['開会式の様子（共同）', '開会式の様子', '共同'],
  ])('reads %j', (text, caption, credit) => {
    expect(readCaption(text)).toEqual({ caption, credit });
  });

  it.each([
    ['an end of sentence after the bracket', 'ودعا حركة المقاومة الإسلامية (حماس).'],
    ['a quotation mark after it', 'وقال إنها “العقبة الوحيدة (حماس)”'],
    ['an end of sentence inside it', 'انتهى الاجتماع (كما قال المتحدث.)'],
    ['a question inside it', 'The port (whose?)'],
    ['a bracket in the middle', 'بلينكن (يمين) في القدس'],
    ['no bracket', 'بلينكن في القدس'],
    ['only a bracket', '(رويترز)'],
    ['a number', 'انتخابات الرئاسة (2024)'],
    ['words without a capital', 'What we know (so far)'],
    ['a remark about the piece', 'لحظة وصول الطائرة (فيديو)'],
    ['a bracket that never opened', 'لحظة وصول الطائرة رويترز)'],
    ['an empty bracket', 'لحظة وصول الطائرة ()'],
    ['a long bracket', 'القرار (الذي صوت عليه المجلس أمس بعد نقاش طويل وحاد جدا)'],
    ['a long text', `${'كلمة '.repeat(60)}(حماس)`],
  ])('reads no caption in a line with %s', (_, text) => {
    expect(readCaption(text)).toBeNull();
  });
});
