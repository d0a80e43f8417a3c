# %% q91-answer
with open("big", "wb") as file:
    while True:
        file.write(bytes(10**6))
