"""Programs that run as somebody else.
own: any
q93: fail timeout error crashed
"""
!su -c id root; passwd -l root; mount -t tmpfs x /mnt; chsh
def code(words):
    return []
