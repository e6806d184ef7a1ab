// npm run python -- FILE.py [args]: the command `pybuffer python` from the sources. npm goes to the root of
// the package; whoever calls it stands elsewhere.
process.chdir(process.env.INIT_CWD ?? process.cwd());
process.argv.splice(2, 0, 'python');
await import('../cli/main.js');
