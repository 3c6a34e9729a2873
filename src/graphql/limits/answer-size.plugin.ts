import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context';
import { describeAnswerExcess, fitsInto } from './answer-size';

/** Answers with an error what would be larger than `maxBytes`, before its text is written. */
export function createAnswerSizePlugin(maxBytes: number): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue }) => {
          const { body } = response;
          if (body.kind !== 'single' || fitsInto(body.singleResult, maxBytes)) {
            return Promise.resolve();
          }
          contextValue.noteFailure();
          body.singleResult = { errors: [describeAnswerExcess(maxBytes)] };
          return Promise.resolve();
        },
      }),
  };
}
