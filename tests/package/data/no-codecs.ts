// Replaces `pybuffer/codecs` where tests try core without it: importing the real one would register all codecs.
function lacking(): never {
  throw new Error("import 'pybuffer/codecs'");
}

export const decode = lacking;
export const encode = lacking;
export const getincrementaldecoder = lacking;
export const getincrementalencoder = lacking;
export const iterdecode = lacking;
export const iterencode = lacking;
