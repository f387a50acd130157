/** In place of the reader of pictures: no code is read out of a picture here. */
export default {};
