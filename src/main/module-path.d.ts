/** electron-vite builds the module as an entry of its own and gives the path of the result. */
declare module '*?modulePath' {
  const path: string;
  export default path;
}
