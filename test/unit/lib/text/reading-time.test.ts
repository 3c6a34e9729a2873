import { readingSpeedOf, readingTimeMinutes } from '../../../../src/lib/text';

describe('readingTimeMinutes', () => {
  it('gives the source article the 5 minutes that it states', () => {
    expect(readingTimeMinutes(579, 'ar')).toBe(5);
  });

  it('rounds up, and never below one minute', () => {
    expect([0, 1, 138, 139, 276].map((words) => readingTimeMinutes(words, 'ar'))).toEqual([
      1, 1, 1, 2, 2,
    ]);
  });

  it('takes the speed of the language, whatever its region', () => {
    expect(readingTimeMinutes(229, 'en-GB')).toBe(2);
    expect(readingTimeMinutes(229, 'ar-EG')).toBe(2);
    expect(readingTimeMinutes(456, 'ar')).toBe(4);
    expect(readingTimeMinutes(456, 'en')).toBe(2);
  });
});

describe('readingSpeedOf', () => {
  it("knows the study's 17 languages, and takes their mean for any other", () => {
    const languages = 'ar de en es fi fr he it ja nl pl pt ru sl sv tr zh'.split(' ');
    const speeds = languages.map(readingSpeedOf);
    const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    expect(speeds).toHaveLength(17);
    expect(readingSpeedOf('fa')).toBe(Math.round(mean));
  });

  it('refuses what is no language tag', () => {
    expect(() => readingSpeedOf('not a locale')).toThrow(RangeError);
  });
});
