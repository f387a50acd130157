/** In place of the browser's runtime (139 MB): of @ricky0123/vad-web only the model file is used. */
export default {};
