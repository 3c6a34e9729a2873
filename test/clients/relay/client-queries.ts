import { graphql } from 'relay-runtime';

/** Documents as a Relay application colocates them; relay-compiler writes what the test sends. */
export const documents = [
  graphql`
    query clientQueriesThreadQuery($articleId: ID!, $count: Int!, $cursor: String) {
      node(id: $articleId) {
        ...clientQueries_thread @alias(as: "thread") @arguments(count: $count, cursor: $cursor)
      }
    }
  `,
  graphql`
    fragment clientQueries_thread on Article
    @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }) {
      id
      slug
      comments(first: $count, after: $cursor) @connection(key: "clientQueries_comments") {
        edges {
          node {
            id
            body
          }
        }
      }
    }
  `,
  graphql`
    query clientQueriesEarlierQuery($articleId: ID!, $count: Int!, $cursor: String) {
      node(id: $articleId) {
        ... on Article {
          comments(last: $count, before: $cursor)
            @connection(key: "clientQueriesEarlier_comments") {
            edges {
              node {
                id
                body
              }
            }
          }
        }
      }
    }
  `,
  graphql`
    query clientQueriesTeasersQuery($full: Boolean!, $first: Int!) {
      articles(first: $first) {
        edges {
          node {
            id
            ...clientQueries_base @include(if: $full) @alias(as: "base")
            ...clientQueries_teaser
          }
        }
      }
    }
  `,
  graphql`
    fragment clientQueries_base on Article {
      slug
      locale
      direction
    }
  `,
  graphql`
    fragment clientQueries_teaser on Article {
      ...clientQueries_base
      title
      byline @skip(if: $full)
    }
  `,
  graphql`
    query clientQueriesSearchQuery($query: String!, $count: Int!, $cursor: String) {
      searchArticles(query: $query, first: $count, after: $cursor)
        @connection(key: "clientQueries_searchArticles") {
        edges {
          node {
            id
            title
          }
        }
      }
    }
  `,
  graphql`
    mutation clientQueriesAddMutation($input: AddCommentInput!, $connections: [ID!]!) {
      addComment(input: $input) {
        commentEdge @appendEdge(connections: $connections) {
          cursor
          node {
            id
            body
          }
        }
        userErrors {
          code
          field
          message
        }
      }
    }
  `,
  graphql`
    subscription clientQueriesAddedSubscription($articleId: ID!) {
      commentAdded(articleId: $articleId) {
        id
        body
      }
    }
  `,
];
