// A program that has nothing to do with us.
console.log('idle');
setInterval(() => {}, 1_000);
