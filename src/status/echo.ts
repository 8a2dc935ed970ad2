/** A worker that only answers. */
self.onmessage = () => {
  self.postMessage(null);
};

export {};
