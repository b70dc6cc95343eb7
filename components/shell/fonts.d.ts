/** A font of a package: the address at which its file is served. */
declare module "*.woff2" {
  const url: string;
  export default url;
}
