import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo, TextRange } from '../../platform/graphql';
import { Article } from '../article';
import type { FoundArticles } from './found-articles';
import type { SoughtTerms } from './highlight';

/** The parts of an article in which words are found. */
export enum SearchField {
  TITLE = 'TITLE',
  SUMMARY = 'SUMMARY',
  HEADING = 'HEADING',
  BODY = 'BODY',
  CAPTION = 'CAPTION',
}

registerEnumType(SearchField, {
  name: 'SearchField',
  description: 'The part of an article in which words were found.',
  valuesConfig: {
    TITLE: { description: '`Article.title`.' },
    SUMMARY: { description: '`Article.summary`.' },
    HEADING: { description: 'A `Section.heading`.' },
    BODY: { description: 'One of `Section.paragraphs`.' },
    CAPTION: { description: 'An `Image.caption`.' },
  },
});

/** A text of an article with the words in it that were found. */
@ObjectType({
  description:
    'A text of the article with the words in it that were found: mark the ranges, no HTML is sent.',
  simpleResolvers: true,
})
export class SearchHighlight {
  @Field(() => SearchField, { description: 'The part that the text is of.' })
  field!: SearchField;

  @Field(() => String, { description: 'The text as the article has it, with all its marks.' })
  text!: string;

  @Field(() => [TextRange], {
    description: 'The words that were found, in order: whole words in whole letters, never empty.',
  })
  ranges!: TextRange[];
}

/** An article that was found. */
@ObjectType({
  description: 'An article that was found, with its place in the list.',
  simpleResolvers: true,
})
export class ArticleSearchEdge {
  @Field(() => Article, { description: 'The article itself.' })
  node!: Article;

  @Field(() => String, {
    description:
      'The place in the list, for `after`. It holds on to the list that it was made from: articles that are added later change nothing on the pages that follow. Opaque: keep it as it is.',
  })
  cursor!: string;

  @Field(() => Float, {
    description:
      'How well it fits, for comparing articles of one search only; the list falls by it.',
  })
  score!: number;

  /** What `highlights` marks. */
  sought!: SoughtTerms;
}

/** A page of articles that were found. */
@ObjectType({
  description: 'A page of articles that a search found, the best first (Relay cursor connections).',
  simpleResolvers: true,
})
export class ArticleSearchConnection {
  @Field(() => [ArticleSearchEdge], {
    description: 'The page, each article with its cursor, score and highlights.',
  })
  edges!: readonly ArticleSearchEdge[];

  @Field(() => [Article], { description: 'The page without cursors and highlights.' })
  nodes!: readonly Article[];

  @Field(() => PageInfo, { description: 'Whether there is more, and where this page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description:
      'How many the list holds. A search ranks at most 1,000 articles: where more hold its words, the list is of the best and newest of them, and ends there.',
  })
  totalCount!: number;

  /** What `suggestion` is made from. */
  found!: FoundArticles | null;
}
