import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import { receiveFile, type ReceiveFileParts } from './receive-file';
import { type FilePath, sendOriginal, type SendPictureParts, sendRendition } from './send-picture';

/** The path of pictures. */
export const filesPath = '/files';

/** `POST /files`, the renditions below it, and originals for editors. */
export const registerFiles: FastifyPluginCallback<ReceiveFileParts & SendPictureParts> = (
  app: FastifyInstance,
  parts,
  done,
) => {
  // Bodies of these routes are streamed, whatever their type is said to be.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, next) => {
    next(null);
  });
  app.post(filesPath, (request, reply) => receiveFile(request, reply, parts));
  app.get<{ Params: FilePath }>(`${filesPath}/:id/original`, (request, reply) =>
    sendOriginal(request, reply, request.params, parts),
  );
  app.get<{ Params: FilePath }>(`${filesPath}/:id/:name`, (request, reply) =>
    sendRendition(request, reply, request.params, parts),
  );
  done();
};
