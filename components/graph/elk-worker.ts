// In a worker's global scope this makes the worker of elkjs: layout never holds up the page.
import "elkjs/lib/elk-worker.min.js";
