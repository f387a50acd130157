/** In place of the reader of foreign pages: the server fetches no page to describe a link. */
export default function openGraph(url, callback) {
  callback(new Error('pages of others are not fetched'));
}
