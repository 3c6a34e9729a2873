import { Field, InputType } from 'type-graphql';
import { DateTime, Locale } from '../../platform/graphql';
import { ArticleStatus } from './article-enums';

/** Which articles a list holds; all conditions must hold. */
@InputType({ description: 'Which articles are listed: those for which all of this holds.' })
export class ArticleFilter {
  @Field(() => [ArticleStatus], {
    nullable: true,
    description:
      'One of these. Only `[PUBLISHED]`, the default, is for readers; others need the EDITOR role.',
  })
  status?: ArticleStatus[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Published at this instant or later, e.g. `"2024-06-01T00:00:00Z"`.',
  })
  publishedAfter?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Published before this instant, e.g. `"2024-07-01T00:00:00Z"`.',
  })
  publishedBefore?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With exactly this byline, e.g. `"فريق التحرير"`; runs of white space count as one space. At most 300 characters.',
  })
  byline?: string | null;

  @Field(() => Locale, {
    nullable: true,
    description: 'In exactly this language, e.g. `"ar"`; `"AR"` is the same, `"ar-EG"` another.',
  })
  locale?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With the tag of this slug, e.g. `"غزة"`; former slugs and other spellings mean it too, as in the query `tag`. None where there is no such tag.',
  })
  tag?: string | null;
}
