// Baselines of the benchmarks, installed by `npm run bench` alone: the rest of the project is checked without them.
declare module "@asyncapi/converter";
declare module "api-smart-diff";
declare module "swagger2openapi";
