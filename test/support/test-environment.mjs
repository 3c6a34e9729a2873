import { TestEnvironment } from 'jest-environment-node';

/** Ends what a test file keeps for its next case, once the file's own last hook has run. */
export default class FileEnvironment extends TestEnvironment {
  async handleTestEvent({ name }) {
    if (name === 'run_finish') await this.global.endOfFile?.();
  }
}
